/** The sale as people see it: lines, sum, and what can be done with them. */

import { byID, element } from "/assets/js/till/page.js"
import { MOST_UNITS, total, units } from "/assets/js/till/sale.js"

export class Basket {
    #currency
    #actions

    /** @param {{ change: (line: string, quantity: number) => void, clear: () => void, pay: () => void }} actions */
    constructor(currency, actions) {
        this.#currency = currency
        this.#actions = actions
        byID("pay").addEventListener("click", actions.pay)
        byID("clear").addEventListener("click", () => {
            if (confirm("Clear this sale? Nothing of it is kept.")) actions.clear()
        })
    }

    show(sale) {
        const isEmpty = sale.lines.length === 0
        const focused = document.activeElement?.id
        byID("lines").replaceChildren(...sale.lines.map(line => this.#line(line)))
        byID("nothing").hidden = !isEmpty
        byID("units").textContent = isEmpty ? "" : units(sale) === 1 ? "1 item" : `${units(sale)} items`
        byID("total").textContent = this.#currency.format(total(sale))
        byID("pay").disabled = isEmpty
        byID("clear").disabled = sale.id === null
        // The lines were written anew; whoever works with the keyboard stays where they were.
        if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus()
    }

    /** Says what was added to people who do not see it. */
    announce(title) {
        byID("said").textContent = `${title} added. Total ${byID("total").textContent}.`
    }

    #line(line) {
        const { key, title, sku, price, quantity } = line
        const set = quantity => this.#actions.change(key, quantity)
        const field = element("input", {
            id: `quantity-${key}`, class: "quantity", type: "text", inputmode: "numeric", value: quantity, "aria-label": `Quantity of ${title}`,
            onchange: event => {
                const typed = Number(event.target.value.trim())
                if (Number.isInteger(typed) && typed >= 0 && typed <= MOST_UNITS) set(typed)
                else event.target.value = quantity
            },
            onfocus: event => event.target.select(),
        })
        return element("li", { class: "line" },
            element("div", { class: "what" },
                element("span", { class: "title" }, title),
                element("span", { class: "detail" }, [sku, this.#currency.format(price)].filter(Boolean).join(" · "))),
            element("div", { class: "many" },
                element("button", {
                    id: `less-${key}`, type: "button", class: "step", "aria-label": quantity === 1 ? `Remove ${title}` : `One less of ${title}`,
                    onclick: () => set(quantity - 1),
                }, quantity === 1 ? "×" : "−"),
                field,
                element("button", {
                    id: `more-${key}`, type: "button", class: "step", "aria-label": `One more of ${title}`, disabled: quantity >= MOST_UNITS,
                    onclick: () => set(quantity + 1),
                }, "+")),
            element("span", { class: "amount" }, this.#currency.format(price * quantity)))
    }
}
