/** The receipt, as paper of 80 mm shows it and as plain text: in the language of the channel, whoever is at the till. */

import { element } from "/assets/js/till/page.js"
import { Currency } from "/assets/js/till/money.js"
import { change, given } from "/assets/js/till/sale.js"
import { discount, subtotal, total } from "/assets/js/till/sums.js"
import { Texts } from "/assets/js/till/texts.js"

/** Characters of a line of text. */
const WIDE = 40

export class Slip {
    #settings
    #currency
    #texts

    constructor(settings) {
        this.#settings = settings
        this.#currency = new Currency(settings.currency, settings.digits, settings.receiptLanguage)
        this.#texts = new Texts(settings.receiptLanguage, "receipt-texts")
    }

    get language() { return this.#texts.language }

    /** For the screen and the printer. */
    elements(sale, number) {
        const { shop } = this.#settings
        return [
            ...shop.retailer ? [element("p", { class: "retailer" }, shop.retailer)] : [],
            element("p", { class: "shop" }, shop.name),
            ...shop.lines.map(line => element("p", {}, line)),
            element("table", {},
                element("tbody", {}, ...sale.lines.flatMap(line => this.#line(line))),
                element("tfoot", {}, ...this.#sums(sale).map(({ label, text, name }) =>
                    element("tr", { class: name ?? "" }, element("th", { scope: "row", colspan: 2 }, label), element("td", {}, text))))),
            element("p", { id: "number" }, this.#number(number)),
            element("p", {}, this.#when(sale)),
            ...sale.customer ? [element("p", {}, sale.customer.name)] : [],
            element("p", { class: "id" }, sale.id),
        ]
    }

    /** For an e-mail: nothing but characters. */
    text(sale, number) {
        const { shop } = this.#settings
        const row = (label, amount) => {
            const room = Math.max(1, WIDE - label.length - amount.length)
            return room > 1 || label.length + amount.length < WIDE ? label + " ".repeat(room) + amount : `${label}\n${" ".repeat(WIDE - amount.length)}${amount}`
        }
        return [
            ...shop.retailer ? [shop.retailer] : [], shop.name, ...shop.lines, "",
            ...sale.lines.flatMap(({ title, quantity, price, list }) => [
                row(`${quantity} × ${title}`, this.#money(price * quantity)),
                ...price < list ? ["    " + this.#texts.t("instead of {price} each", { price: this.#money(list) })] : [],
            ]),
            "-".repeat(WIDE),
            ...this.#sums(sale).map(({ label, text }) => row(label, text)),
            "", this.#number(number), this.#when(sale), sale.id,
        ].join("\n")
    }

    #line({ title, quantity, price, list }) {
        return [
            element("tr", {}, element("td", {}, `${quantity} ×`), element("td", {}, title), element("td", {}, this.#money(price * quantity))),
            ...price < list ? [element("tr", { class: "less" }, element("td", {}), element("td", { colspan: 2 }, this.#texts.t("instead of {price} each", { price: this.#money(list) })))] : [],
        ]
    }

    #sums(sale) {
        const off = discount(sale)
        const back = change(sale)
        return [
            ...off > 0 ? [
                { label: this.#texts.t("Sum"), text: this.#money(subtotal(sale)) },
                { label: sale.discount.percent ? this.#texts.t("Discount {percent} %", { percent: sale.discount.percent }) : this.#texts.t("Discount"), text: `− ${this.#money(off)}` },
            ] : [],
            { label: this.#texts.t("Total"), text: this.#money(total(sale)), name: "sum" },
            ...sale.tenders.filter(tender => tender.kind === "card").map(({ amount, reference }) =>
                ({ label: [this.#texts.t("Card"), reference].filter(Boolean).join(" "), text: this.#money(amount) })),
            ...given(sale, "cash") > 0 ? [{ label: this.#texts.t("Cash"), text: this.#money(given(sale, "cash")) }] : [],
            ...given(sale, "cash") > 0 ? [{ label: this.#texts.t("Change"), text: this.#money(back) }] : [],
        ]
    }

    #number(number) {
        return number === null ? this.#texts.t("Number follows") : this.#texts.t("No. {number}", { number: String(number) })
    }

    #when(sale) {
        const { staff, till, timeZone } = this.#settings
        const at = new Intl.DateTimeFormat(this.language, { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(sale.completedAt))
        return `${at} · ${till} · ${staff.name}`
    }

    #money(amount) {
        return this.#currency.format(amount)
    }
}
