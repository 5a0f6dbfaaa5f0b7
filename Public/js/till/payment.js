/** Takes cash: what is due, what was given, what goes back. */

import { byID, element } from "/assets/js/till/page.js"
import { total } from "/assets/js/till/sale.js"

export class Payment {
    #currency
    #due = 0
    /** More than this is nobody's cash, but a barcode that was scanned into the field. */
    #most = 0
    #dialog = byID("payment")
    #given = byID("given")

    /** @param {(cash: number) => void} paid what to do once enough was given, in minor units */
    constructor(currency, paid) {
        this.#currency = currency
        this.#given.addEventListener("input", () => this.#weigh())
        byID("payment-form").addEventListener("submit", event => {
            event.preventDefault()
            const cash = this.#cash()
            if (cash === null || cash < this.#due || cash > this.#most) return
            this.#dialog.close()
            paid(cash)
        })
        byID("payment-cancel").addEventListener("click", () => this.#dialog.close())
    }

    ask(sale) {
        this.#due = total(sale)
        byID("due").textContent = this.#currency.format(this.#due)
        const sums = this.#currency.likelyTenders(this.#due)
        this.#most = this.#due + 10 * Math.max(...sums, 10 ** this.#currency.digits)
        byID("tenders").replaceChildren(...sums.map(sum => this.#tender(sum)))
        this.#given.value = ""
        this.#weigh()
        this.#dialog.showModal()
        this.#given.focus()
    }

    #tender(sum) {
        return element("button", {
            type: "button", class: "tender",
            onclick: () => {
                this.#given.value = this.#currency.plain(sum)
                this.#weigh()
                byID("paid").focus()
            },
        }, this.#currency.format(sum))
    }

    #cash() {
        return this.#given.value.trim() === "" ? null : this.#currency.parse(this.#given.value)
    }

    #weigh() {
        const isTyped = this.#given.value.trim() !== ""
        const cash = this.#cash()
        const isLikely = cash !== null && cash <= this.#most
        const isEnough = isLikely && cash >= this.#due
        byID("paid").disabled = !isEnough
        this.#given.setAttribute("aria-invalid", String(isTyped && !isLikely))
        byID("back").textContent = isEnough ? this.#currency.format(cash - this.#due) : this.#objection(isTyped, cash, isLikely)
    }

    #objection(isTyped, cash, isLikely) {
        if (!isTyped) return ""
        if (cash === null) return "This is no amount."
        return isLikely ? `${this.#currency.format(this.#due - cash)} missing` : "This is too much."
    }
}
