/** What the customer gets: on the screen, and on paper. */

import { byID, element } from "/assets/js/till/page.js"
import { change, total } from "/assets/js/till/sale.js"

export class Receipt {
    #settings
    #currency
    #dialog = byID("receipt")
    #sale = null

    /** @param {() => void} done what to do when it is put away */
    constructor(settings, currency, done) {
        this.#settings = settings
        this.#currency = currency
        byID("print").addEventListener("click", () => print())
        byID("next").addEventListener("click", () => this.#dialog.close())
        this.#dialog.addEventListener("close", done)
    }

    show(sale) {
        this.#sale = sale.id
        byID("change").textContent = this.#currency.format(change(sale))
        byID("slip").replaceChildren(...this.#slip(sale))
        this.#dialog.showModal()
        byID("next").focus()
    }

    /** The server has given the sale its number. */
    number(id, number) {
        if (id === this.#sale) byID("number").textContent = `No. ${number}`
    }

    #slip(sale) {
        const { shop, staff, till, language, timeZone } = this.#settings
        const money = amount => this.#currency.format(amount)
        const at = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(sale.completedAt))
        const sum = (label, amount, name = "") => element("tr", { class: name }, element("th", { scope: "row", colspan: 2 }, label), element("td", {}, amount))
        return [
            element("p", { class: "shop" }, shop.name),
            ...shop.lines.map(line => element("p", {}, line)),
            element("table", {},
                element("tbody", {}, ...sale.lines.map(({ title, quantity, price }) =>
                    element("tr", {}, element("td", {}, `${quantity} ×`), element("td", {}, title), element("td", {}, money(price * quantity))))),
                element("tfoot", {},
                    sum("Total", money(total(sale)), "sum"), sum("Cash", money(sale.cash)), sum("Change", money(change(sale))))),
            element("p", { id: "number" }, "Number follows"),
            element("p", {}, `${at} · ${till} · ${staff.name}`),
            element("p", { class: "id" }, sale.id),
        ]
    }
}
