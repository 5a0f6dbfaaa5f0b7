/** The sale as people see it: lines, sums, and what can be done with them. */

import { LineRow } from "/assets/js/till/line.js"
import { byID, element, icon } from "/assets/js/till/page.js"
import { due, given, isPaid } from "/assets/js/till/sale.js"
import { discount, subtotal, total, units } from "/assets/js/till/sums.js"
import { t } from "/assets/js/till/texts.js"

export class Basket {
    #currency
    #actions
    #selected = null
    #list = byID("lines")
    /** By key: a line as it was when it was drawn, and its row. A line never changes: another takes its place. */
    #rows = new Map()

    /** @param {object} actions `change(line, quantity)`, `remove(line)`, `untender(index)`, `done()` once a quantity is typed */
    constructor(currency, actions) {
        this.#currency = currency
        this.#actions = actions
        this.#list.addEventListener("focusin", event => this.#select(event.target.closest("li")?.dataset.key))
        this.#list.addEventListener("click", event => this.#select(event.target.closest("li")?.dataset.key))
    }

    /** The key of the line that prices, notes and stock are about: the one that was touched last. */
    get selected() { return this.#selected }

    show(sale) {
        const focused = document.activeElement?.id
        const isEmpty = sale.lines.length === 0
        if (!sale.lines.some(line => line.key === this.#selected)) this.#selected = sale.lines.at(-1)?.key ?? null
        this.#lay(sale.lines)
        this.#mark()
        byID("nothing").hidden = !isEmpty
        byID("units").textContent = isEmpty ? "" : t("1 item", "{n} items", { n: units(sale) })
        this.#showSums(sale)
        this.#showAround(sale)
        for (const id of ["pay", "act-price", "act-discount", "act-note", "act-stock"]) byID(id).disabled = isEmpty
        byID("clear").disabled = isEmpty && sale.customer === null
        this.#keepInView()
        // The lines were written anew; whoever works with the keyboard stays where they were.
        if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus()
    }

    /** Draws what has changed and leaves the other rows where they are: the hundredth line is there as quickly as the first. */
    #lay(lines) {
        const before = this.#rows
        this.#rows = new Map(lines.map(line => {
            const drawn = before.get(line.key)
            return [line.key, drawn?.line === line ? drawn : { line, element: new LineRow(line, this.#currency, this.#actions).element }]
        }))
        for (const [key, { element }] of before) if (this.#rows.get(key)?.element !== element) element.remove()
        let place = this.#list.firstElementChild
        for (const { element } of this.#rows.values()) {
            if (element === place) place = place.nextElementSibling
            else this.#list.insertBefore(element, place)
        }
    }

    /** The line that was scanned last is the one that is spoken of. */
    select(key) {
        this.#select(key)
        this.#keepInView()
    }

    /** To the field in which the quantity of the chosen line is typed. */
    typeQuantity() {
        this.#list.querySelector("[aria-current] .quantity")?.focus()
    }

    /** Goes up or down by one line. */
    step(by) {
        const rows = [...this.#list.children]
        const at = rows.findIndex(row => row.dataset.key === this.#selected)
        const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))]
        if (next) this.select(next.dataset.key)
    }

    /** Says what was added to people who do not see it. */
    announce(title) {
        byID("said").textContent = t("{title} added. Total {total}.", { title, total: byID("total").textContent })
    }

    #select(key) {
        // A press that took its line out ends on a line that is no more.
        if (key === this.#selected || ![...this.#list.children].some(row => row.dataset.key === key)) return
        this.#selected = key
        this.#mark()
    }

    /** The lines have less room once something was taken: the one that is spoken of stays to be seen. */
    #keepInView() {
        this.#list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" })
    }

    #mark() {
        for (const row of this.#list.children) {
            if (row.dataset.key === this.#selected) row.setAttribute("aria-current", "true")
            else row.removeAttribute("aria-current")
        }
    }

    #showSums(sale) {
        const money = amount => this.#currency.format(amount)
        const off = discount(sale)
        byID("discounted").hidden = off === 0
        byID("subtotal").textContent = money(subtotal(sale))
        byID("discount").textContent = `− ${money(off)}`
        byID("discount-of").textContent = sale.discount?.percent ? t("Discount {percent} %", { percent: sale.discount.percent }) : t("Discount")
        byID("total").textContent = money(total(sale))
        const isBegun = sale.tenders.length > 0
        byID("tendered").replaceChildren(...sale.tenders.map((tender, at) => this.#tender(tender, at)))
        byID("pay-word").textContent = !isBegun ? t("Pay") : isPaid(sale) ? t("Complete") : t("Pay the other {rest}", { rest: money(due(sale)) })
        byID("overpaid").hidden = given(sale, "card") <= total(sale)
    }

    #showAround(sale) {
        byID("customer-name").textContent = sale.customer?.name ?? t("Customer")
        byID("act-customer").classList.toggle("is-set", sale.customer !== null)
        byID("sale-note").textContent = sale.note
        byID("sale-note").hidden = sale.note === ""
        byID("park-word").textContent = sale.lines.length > 0 ? t("Park") : t("Parked")
    }

    #tender({ kind, amount, reference }, at) {
        const name = [kind === "cash" ? t("Cash") : t("Card"), reference].filter(Boolean).join(" ")
        return element("li", {},
            icon(kind === "cash" ? "cash" : "card"), element("span", {}, name), element("span", { class: "figure" }, this.#currency.format(amount)),
            element("button", { type: "button", class: "button-icon", "aria-label": t("Give back {name}", { name }), onclick: () => this.#actions.untender(at) }, icon("close")))
    }
}
