/** What is sold for less: the price of a line, or something off the sale, with a reason. */

import { byID } from "/assets/js/till/page.js"
import { Sheet } from "/assets/js/till/sheet.js"
import { isPercent, subtotal } from "/assets/js/till/sums.js"
import { t } from "/assets/js/till/texts.js"

export class Pricing {
    #currency
    #actions
    #sheet
    #line = null
    #sale = null

    /** @param {{ price: (line, price, reason) => void, discount: (discount, reason) => void }} actions */
    constructor(currency, actions) {
        this.#currency = currency
        this.#actions = actions
        this.#sheet = new Sheet("pricing", () => this.#apply())
        byID("pricing-amount").addEventListener("input", () => this.#weigh())
        for (const choice of document.querySelectorAll("[name=pricing-by]")) choice.addEventListener("change", () => this.#weigh())
        byID("pricing-undo").addEventListener("click", () => this.#takeBack())
    }

    askLine(sale, line) {
        this.#ask(sale, line, t("Price of {title}", { title: line.title }), t("New price"), line.reason)
        byID("pricing-undo").hidden = line.reason === null
    }

    askSale(sale) {
        this.#ask(sale, null, t("Discount on the sale"), t("Amount off"), sale.discount?.reason)
        byID("pricing-undo").hidden = sale.discount === null
    }

    #ask(sale, line, title, amount, reason) {
        this.#sale = sale
        this.#line = line
        byID("pricing-title").textContent = title
        byID("pricing-by-amount").textContent = amount
        byID("pricing-amount").value = ""
        byID(line ? "pricing-by-a" : "pricing-by-p").checked = true
        for (const choice of document.querySelectorAll("[name=pricing-reason]")) choice.checked = choice.value === reason
        this.#weigh()
        this.#sheet.open(byID("pricing-amount"))
    }

    #apply() {
        const result = this.#result()
        if (result.objection) return this.#sheet.say(result.objection)
        const reason = this.#sheet.chosen("pricing-reason")
        // Nobody gives a reason by accident: arrows and the space bar choose one, and Enter goes on.
        if (reason === "") {
            document.querySelector("[name=pricing-reason]").focus()
            return this.#sheet.say(t("Choose why."))
        }
        this.#sheet.close()
        if (this.#line) this.#actions.price(this.#line.key, result.price, reason)
        else this.#actions.discount(result.discount, reason)
    }

    #takeBack() {
        this.#sheet.close()
        if (this.#line) this.#actions.price(this.#line.key, this.#line.list, null)
        else this.#actions.discount(null, null)
    }

    #weigh() {
        const isPercentage = this.#sheet.chosen("pricing-by") === "percent"
        byID("pricing-label").textContent = isPercentage ? t("Percent off") : byID("pricing-by-amount").textContent
        this.#sheet.say("")
        const { before, after } = this.#result()
        byID("pricing-before").textContent = this.#currency.format(before)
        byID("pricing-after").textContent = this.#currency.format(after)
    }

    /** What was typed as a price or a discount, with what it was and what it is then. */
    #result() {
        const text = byID("pricing-amount").value.trim()
        const before = this.#line ? this.#line.list : subtotal(this.#sale)
        if (this.#sheet.chosen("pricing-by") === "percent") {
            const percent = Number(text.replace("%", ""))
            if (text === "" || !isPercent(percent)) return { before, after: before, objection: t("Type a whole number from 1 to 100.") }
            const after = before - Math.floor((before * percent + 50) / 100)
            return { before, after, price: after, discount: { percent } }
        }
        const amount = text === "" ? null : this.#currency.parse(text)
        if (amount === null) return { before, after: before, objection: t("Type an amount.") }
        if (this.#line) return { before, after: amount, price: amount }
        if (amount === 0 || amount > before) return { before, after: before, objection: t("More than the sale comes to cannot be taken off.") }
        return { before, after: before - amount, discount: { amount } }
    }
}
