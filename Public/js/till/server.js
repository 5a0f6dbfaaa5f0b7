/** What the till asks its server. Every answer is JSON; a refusal says why in one sentence. */

/** The server said no. */
export class Refused extends Error {
    /**
     * @param {number} status
     * @param {{ code?: string, detail?: string }} problem RFC 9457
     */
    constructor(status, problem) {
        super(problem.detail ?? "The server refused this.")
        this.status = status
        this.code = problem.code ?? "unknown"
    }

    /** Nobody is signed in here any more. */
    get isSignedOut() { return this.status === 401 }
    /** The same may be taken later. */
    get isForNow() { return this.status === 429 || this.status >= 500 || this.isSignedOut }
}

/**
 * What carries this barcode or SKU (`isCode`), or else what has these words in its title.
 * @returns {Promise<{ isCode: boolean, products: { variant: string, title: string, sku: string?, price: number, stock: number? }[] }>}
 */
export function find(text, signal) {
    return ask(`/till/products?q=${encodeURIComponent(text)}`, { signal })
}

/** Books a completed sale; the same sale sent again is booked once. */
export function book(sale) {
    return ask("/till/sales", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(sale) })
}

async function ask(path, options) {
    const response = await fetch(path, {
        ...options, headers: { accept: "application/json", ...options.headers }, signal: options.signal ?? AbortSignal.timeout(15_000),
    })
    const body = await response.json().catch(() => ({}))
    if (!response.ok) throw new Refused(response.status, body)
    return body
}
