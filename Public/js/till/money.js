/** Money is a whole number of minor units, never a fraction. */

export class Currency {
    #format

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
    }

    /** `1250` as people of the language write it: `12,50 €`. */
    format(amount) {
        return this.#format.format(this.plain(amount))
    }

    /** `12.50` */
    plain(amount) {
        if (this.digits === 0) return String(amount)
        const text = String(Math.abs(amount)).padStart(this.digits + 1, "0")
        return `${amount < 0 ? "-" : ""}${text.slice(0, -this.digits)}.${text.slice(-this.digits)}`
    }

    /**
     * What somebody typed as an amount given; the last point or comma with at most as many digits behind it as the
     * currency has is the decimal one, every other one only groups.
     * @returns {number | null} `null` for what is no amount
     */
    parse(text) {
        const typed = text.replace(/[\s\u00a0\u202f'’]/g, "")
        const match = /^(\d+(?:[.,]\d{3})*?)(?:[.,](\d*))?$/.exec(typed) ?? /^()[.,](\d+)$/.exec(typed)
        if (!match) return null
        let [, whole, fraction = ""] = match
        if (fraction.length > this.digits) {
            if (fraction.length !== 3 || this.digits === 3) return null
            whole += fraction
            fraction = ""
        }
        const digits = whole.replace(/[.,]/g, "") + fraction.padEnd(this.digits, "0")
        const amount = Number(digits)
        return Number.isSafeInteger(amount) ? amount : null
    }

    /** What a customer is likely to hand over: the exact sum, and the next whole notes. */
    likelyTenders(total) {
        const unit = 10 ** this.digits
        const sums = new Set([total])
        for (const note of [5, 10, 20, 50, 100, 200, 500, 1_000, 5_000, 10_000]) {
            const value = note * unit
            sums.add(Math.ceil(total / value) * value)
        }
        return [...sums].filter(sum => sum >= total).sort((a, b) => a - b).slice(0, 4)
    }
}
