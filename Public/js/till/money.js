/** Money is a whole number of minor units, never a fraction. */

/** What notes there are, more or less everywhere, in whole units. */
const NOTES = [5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000]

/** Sums that one looks at without reading. */
const LIKELY = 5

export class Currency {
    #format
    /** What stands before the minor units: a point or a comma. */
    #point

    /**
     * @param {string} code ISO 4217
     * @param {number} digits decimals of its minor unit
     * @param {string} language BCP 47
     */
    constructor(code, digits, language) {
        this.code = code
        this.digits = digits
        this.language = language
        this.#format = new Intl.NumberFormat(language, {
            style: "currency", currency: code, minimumFractionDigits: digits, maximumFractionDigits: digits,
        })
        this.#point = new Intl.NumberFormat(language).formatToParts(0.5).find(part => part.type === "decimal")?.value ?? "."
    }

    /** `1250` as people of the language write it: `12,50 €`. */
    format(amount) {
        return this.#format.format(this.plain(amount))
    }

    /** `12.50`, for programs. */
    plain(amount) {
        return this.#written(amount, ".")
    }

    /** `12,50`, as people of the language type it. */
    typed(amount) {
        return this.#written(amount, this.#point)
    }

    #written(amount, point) {
        if (this.digits === 0) return String(amount)
        const text = String(Math.abs(amount)).padStart(this.digits + 1, "0")
        return `${amount < 0 ? "-" : ""}${text.slice(0, -this.digits)}${point}${text.slice(-this.digits)}`
    }

    /**
     * What somebody typed as an amount given; the last point or comma with at most as many digits behind it as the
     * currency has is the decimal one, every other one only groups. The sign that stands before the decimals in the language
     * itself never groups at the end: `5.005` is no amount in English.
     * @returns {number | null} `null` for what is no amount
     */
    parse(text) {
        const typed = text.replace(/[\s\u00a0\u202f'’]/g, "")
        const match = /^(\d+(?:[.,]\d{3})*?)(?:([.,])(\d*))?$/.exec(typed) ?? /^()([.,])(\d+)$/.exec(typed)
        if (!match) return null
        let [, whole, sign, fraction = ""] = match
        if (fraction.length > this.digits) {
            if (fraction.length !== 3 || this.digits === 3 || sign === this.#point && this.digits > 0) return null
            whole += fraction
            fraction = ""
        }
        const digits = whole.replace(/[.,]/g, "") + fraction.padEnd(this.digits, "0")
        const amount = Number(digits)
        return Number.isSafeInteger(amount) ? amount : null
    }

    /**
     * What a customer is likely to hand over: the exact sum, and the next sums that each kind of note makes. For 201.90 these
     * are 205, 210, 220 and 250. Notes so small that nobody counts out a hundred of them are left out.
     */
    likelyTenders(total) {
        if (total === 0) return [0]
        const notes = NOTES.map(note => note * 10 ** this.digits).filter(note => note * 100 >= total)
        const sums = notes.map(note => Math.ceil(total / note) * note)
        return [...new Set([total, ...sums])].sort((a, b) => a - b).slice(0, LIKELY)
    }
}
