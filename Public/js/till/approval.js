/** A manager's PIN, where somebody else is at the till and more is taken off than they may. */

import { byID, element } from "/assets/js/till/page.js"
import { approve, reason } from "/assets/js/till/server.js"
import { Sheet } from "/assets/js/till/sheet.js"
import { t } from "/assets/js/till/texts.js"

export class Approval {
    #settings
    #currency
    #sheet
    #sale = null
    #most = 0
    #approved = null

    constructor(settings, currency) {
        this.#settings = settings
        this.#currency = currency
        this.#sheet = new Sheet("approval", () => this.#send())
        byID("approval-people").replaceChildren(...settings.managers.map((person, at) =>
            element("label", { class: "choice-card person" },
                element("input", { type: "radio", name: "approval-staff", value: person.id, checked: at === 0 }), element("span", {}, person.name))))
        byID("approval-none").hidden = settings.managers.length > 0
    }

    /**
     * @param {number} most how much is taken off
     * @param {(most: number) => void} approved what to do once a manager has let it pass
     */
    ask(sale, most, approved) {
        this.#sale = sale
        this.#most = most
        this.#approved = approved
        byID("approval-amount").textContent = this.#currency.format(most)
        byID("approval-limit").textContent = `${this.#settings.reductionPercent} %`
        byID("approval-pin").value = ""
        this.#sheet.open(byID("approval-pin"))
    }

    async #send() {
        const pin = byID("approval-pin").value
        const staff = this.#sheet.chosen("approval-staff")
        if (!staff || pin === "") return this.#sheet.say(t("Choose who lets it pass, and type the PIN."))
        try {
            await approve({ sale: this.#sale.id, most: this.#most, currency: this.#settings.currency, staff, pin })
            this.#sheet.close()
            this.#approved(this.#most)
        } catch (error) {
            byID("approval-pin").value = ""
            this.#sheet.say(reason(error))
            byID("approval-pin").focus()
        }
    }
}
