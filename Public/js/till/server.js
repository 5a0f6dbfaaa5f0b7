/** What the till asks its server. Every answer is JSON; a refusal says why in one sentence. */

import { t } from "/assets/js/till/texts.js"

/** The server said no. */
export class Refused extends Error {
    /**
     * @param {number} status
     * @param {{ code?: string, detail?: string }} problem RFC 9457
     */
    constructor(status, problem) {
        super(problem.detail ?? t("The server refused this."))
        this.status = status
        this.code = problem.code ?? "unknown"
    }

    /** Nobody is signed in here any more. */
    get isSignedOut() { return this.status === 401 && this.code !== "staff.wrong_pin" }
    /** The same may be taken later. */
    get isForNow() { return this.status === 429 || this.status >= 500 || this.isSignedOut }
}

/**
 * What carries this barcode or SKU (`isCode`), or else what has these words in its title.
 * @returns {Promise<{ isCode: boolean, products: { variant: string, title: string, sku: string?, price: number, stock: number?, image: string? }[] }>}
 */
export function find(text, signal) {
    return ask(`/till/products?q=${encodeURIComponent(text)}`, { signal })
}

/** Books a completed sale; the same sale sent again is booked once. */
export function book(sale) {
    return ask("/till/sales", sent("POST", sale))
}

/** Lets a manager's PIN answer for a sale that is sold for so much less. */
export function approve(approval) {
    return ask("/till/approvals", sent("POST", approval))
}

/** Nobody is signed in here until somebody types a PIN. */
export function lockTill() {
    return ask("/till/lock", sent("POST", {}))
}

/** @returns {Promise<{ session: string }>} */
export function unlockTill(person) {
    return ask("/till/unlock", sent("POST", person))
}

/** @returns {Promise<{ customers: { id: string, name: string, contact: string }[] }>} */
export function findCustomers(text, signal) {
    return ask(`/till/customers?q=${encodeURIComponent(text)}`, { signal })
}

/** Keeps somebody new: a name, and how to reach them. */
export function keepCustomer(person) {
    return ask("/till/customers", sent("POST", person))
}

/** What is parked in this shop. */
export function parked() {
    return ask("/till/parked", {})
}

export function park(sale, parking) {
    return ask(`/till/parked/${sale}`, sent("PUT", parking))
}

/** Takes a parked sale to this till; it stays parked, for this till only, until it is forgotten. */
export function claim(sale) {
    return ask(`/till/parked/${sale}/claim`, sent("POST", {}))
}

export function forget(sale) {
    return ask(`/till/parked/${sale}`, { method: "DELETE" })
}

/** Where there is more of a variant. */
export function stockOf(variant) {
    return ask(`/till/stock/${variant}`, {})
}

/** Reads the barcodes in grey pixels. @returns {Promise<{ codes: string[] }>} */
export function readPhoto({ width, pixels }) {
    return ask(`/till/photos?width=${width}`, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: pixels })
}

/** Why something could not be done, in a sentence. */
export function reason(error) {
    return error instanceof Refused ? error.message : t("The server cannot be reached.")
}

function sent(method, value) {
    return { method, headers: { "content-type": "application/json" }, body: JSON.stringify(value) }
}

async function ask(path, options) {
    const response = await fetch(path, {
        ...options, headers: { accept: "application/json", ...options.headers }, signal: options.signal ?? AbortSignal.timeout(15_000),
    })
    const body = await response.json().catch(() => ({}))
    if (!response.ok) throw new Refused(response.status, body)
    return body
}
