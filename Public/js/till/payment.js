/** Takes what the customer hands over, in cash and by card, until it is enough. */

import { byID, element } from "/assets/js/till/page.js"
import { due, given, isPaid } from "/assets/js/till/sale.js"
import { Sheet } from "/assets/js/till/sheet.js"
import { total } from "/assets/js/till/sums.js"
import { t } from "/assets/js/till/texts.js"

/** The keys of the quick amounts. */
const QUICK = ["F2", "F3", "F4", "F6", "F9"]

export class Payment {
    #currency
    #actions
    #sheet
    #sale = null
    /** More than this is nobody's cash, but a barcode that was scanned into the field. */
    #most = 0
    #amount = byID("given")

    /** @param {{ tender: (tender) => void, complete: () => void }} actions */
    constructor(currency, actions) {
        this.#currency = currency
        this.#actions = actions
        this.#sheet = new Sheet("payment", () => this.#take())
        this.#amount.addEventListener("input", () => this.#weigh())
        for (const choice of document.querySelectorAll("[name=payment-kind]")) choice.addEventListener("change", () => this.#turn())
    }

    ask(sale) {
        this.#sale = sale
        if (isPaid(sale) && total(sale) > 0) return this.#actions.complete()
        byID("kind-cash").checked = true
        this.#turn()
        this.#sheet.open(this.#amount)
    }

    /** Something was handed over that is not enough: shows the rest. */
    goOn(sale) {
        this.#sale = sale
        this.#turn()
        this.#sheet.open(this.#amount)
    }

    close() {
        this.#sheet.close()
    }

    get #kind() { return this.#sheet.chosen("payment-kind") }
    get #due() { return due(this.#sale) }

    /** Shows the fields of the chosen kind of tender. */
    #turn() {
        const isCard = this.#kind === "card"
        const rest = this.#due
        byID("due").textContent = this.#currency.format(Math.max(0, rest))
        byID("paid-so-far").textContent = this.#sale.tenders.length > 0
            ? t("{taken} of {total} is taken", {
                taken: this.#currency.format(given(this.#sale, "cash") + given(this.#sale, "card")), total: this.#currency.format(total(this.#sale)),
            }) : ""
        byID("given-label").textContent = isCard ? t("Charged by the terminal") : t("Given")
        byID("reference-field").hidden = !isCard
        byID("terminal-hint").hidden = !isCard
        byID("reference").value = ""
        this.#amount.value = isCard ? this.#currency.typed(rest) : ""
        const sums = isCard ? [] : this.#currency.likelyTenders(rest)
        this.#most = rest + 10 * Math.max(...sums, 10 ** this.#currency.digits)
        byID("tenders").replaceChildren(...sums.map((sum, at) => this.#quick(sum, QUICK[at])))
        byID("tenders").hidden = isCard
        this.#weigh()
        this.#amount.focus()
        this.#amount.select()
    }

    #quick(sum, key) {
        return element("button", {
            type: "button", class: "button-quiet tender", "data-key": key,
            onclick: () => {
                this.#amount.value = this.#currency.typed(sum)
                this.#weigh()
                byID("paid").focus()
            },
        }, this.#currency.format(sum), element("kbd", { "aria-hidden": "true" }, key))
    }

    #take() {
        const amount = this.#typed()
        if (this.#objection(amount) !== "") return
        const isEnough = amount >= this.#due
        if (amount > 0) this.#actions.tender({ kind: this.#kind, amount, reference: byID("reference").value.trim().slice(0, 60) })
        if (isEnough) {
            this.#sheet.close()
            this.#actions.complete()
        }
    }

    #typed() {
        return this.#amount.value.trim() === "" ? null : this.#currency.parse(this.#amount.value)
    }

    #weigh() {
        const amount = this.#typed()
        const objection = this.#objection(amount)
        const isTyped = this.#amount.value.trim() !== ""
        const isEnough = objection === "" && amount >= this.#due
        byID("paid").disabled = objection !== ""
        this.#amount.setAttribute("aria-invalid", String(isTyped && objection !== ""))
        byID("paid-word").textContent = objection !== "" || isEnough ? t("Complete the sale") : t("Take {amount}, then the rest", { amount: this.#currency.format(amount) })
        byID("back-label").textContent = objection !== "" && isTyped ? "" : objection === "" && !isEnough ? t("Still to pay") : t("Change")
        byID("back").textContent = objection !== "" ? isTyped ? objection : "" : this.#currency.format(Math.abs(amount - this.#due))
        byID("back").classList.toggle("is-wrong", objection !== "")
    }

    /** Why this is no amount to take; empty when it is one. */
    #objection(amount) {
        if (amount === null) return t("This is no amount.")
        if (amount === 0 && this.#due > 0) return t("This is no amount.")
        if (this.#kind === "card" && amount > this.#due) return t("A card gives no change.")
        return amount > this.#most ? t("This is too much.") : ""
    }
}
