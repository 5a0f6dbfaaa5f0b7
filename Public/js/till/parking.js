/** Sales that are put aside on the server, for any till of the shop to go on with. */

import { byID, element, icon } from "/assets/js/till/page.js"
import { forget, park, parked, reason } from "/assets/js/till/server.js"
import { Sheet } from "/assets/js/till/sheet.js"
import { total, units } from "/assets/js/till/sums.js"
import { t } from "/assets/js/till/texts.js"

export class Parking {
    #currency
    #actions
    #sheet
    #sale = null

    /** @param {{ commands: () => Promise<object[]>, parked: () => void, resume: (sale: string) => Promise<void> }} actions */
    constructor(currency, actions) {
        this.#currency = currency
        this.#actions = actions
        this.#sheet = new Sheet("parking", () => this.#park())
    }

    async open(sale) {
        this.#sale = sale
        const isEmpty = sale.lines.length === 0
        byID("parking-this").hidden = isEmpty
        byID("parking-label").value = ""
        byID("parking-list").replaceChildren(element("li", { class: "waiting", "aria-hidden": "true" }, "…"))
        this.#sheet.open(isEmpty ? byID("parking-close") : byID("parking-label"))
        await this.#load()
    }

    async #load() {
        try {
            const { sales } = await parked()
            byID("parking-list").replaceChildren(...sales.map(sale => this.#row(sale)))
            byID("parking-none").hidden = sales.length > 0
            // Nothing to put aside: whoever opened it wants what was parked last.
            if (this.#sale.lines.length === 0) byID("parking-list").querySelector(".row-button")?.focus()
        } catch (error) {
            byID("parking-list").replaceChildren()
            this.#sheet.say(reason(error))
        }
    }

    async #park() {
        const sale = this.#sale
        if (sale.lines.length === 0) return
        if (sale.tenders.length > 0) return this.#sheet.say(t("Something was paid already. Give it back first, or complete the sale."))
        try {
            // Who buys is kept beside the commands, so that it is known as they are when somebody goes on with it.
            const commands = (await this.#actions.commands()).filter(command => command.kind !== "customer")
            await park(sale.id, {
                customer: sale.customer?.id ?? null, label: byID("parking-label").value, units: units(sale), total: total(sale),
                currency: this.#currency.code, commands: JSON.stringify(commands),
            })
            this.#sheet.close()
            this.#actions.parked()
        } catch (error) {
            this.#sheet.say(reason(error))
        }
    }

    async #resume(id) {
        if (this.#sale.lines.length > 0) return this.#sheet.say(t("Park or finish this sale first."))
        try {
            await this.#actions.resume(id)
            this.#sheet.close()
        } catch (error) {
            this.#sheet.say(reason(error))
        }
    }

    async #giveUp(id) {
        try {
            await forget(id)
            await this.#load()
        } catch (error) {
            this.#sheet.say(reason(error))
        }
    }

    #row({ id, label, person, customer, units, total, at }) {
        const name = [label, customer].filter(Boolean).join(" · ") || t("1 item", "{n} items", { n: units })
        return element("li", { class: "parked" },
            element("button", { type: "button", class: "row-button", onclick: () => this.#resume(id) },
                icon("play"), element("span", { class: "what" },
                    element("span", { class: "title" }, name), element("span", { class: "detail" }, [at, person].filter(Boolean).join(" · "))),
                element("span", { class: "figure" }, this.#currency.format(total))),
            element("button", { type: "button", class: "button-icon", "aria-label": t("Give up {name}", { name }), onclick: () => this.#giveUp(id) }, icon("trash")))
    }
}
