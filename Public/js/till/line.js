/** One line of the sale, with what can be done to it. */

import { element, icon, picture } from "/assets/js/till/page.js"
import { MOST_UNITS } from "/assets/js/till/sale.js"
import { t } from "/assets/js/till/texts.js"

export class LineRow {
    #line
    #currency
    #actions

    constructor(line, currency, actions) {
        this.#line = line
        this.#currency = currency
        this.#actions = actions
    }

    get element() {
        const { key, title, image, quantity } = this.#line
        return element("li", { class: "line", "data-key": key },
            picture(image),
            element("div", { class: "what" }, element("span", { class: "title" }, title), this.#detail(), this.#note()),
            element("div", { class: "many" },
                this.#button("less", "minus", t("One less of {title}", { title }), () => this.#actions.change(key, quantity - 1), quantity === 1),
                this.#field(),
                this.#button("more", "plus", t("One more of {title}", { title }), () => this.#actions.change(key, quantity + 1), quantity >= MOST_UNITS)),
            element("span", { class: "amount figure" }, this.#currency.format(this.#line.price * quantity)),
            this.#button("remove", "trash", t("Remove {title}", { title }), () => this.#actions.remove(key), false))
    }

    #detail() {
        const { sku, list, price, quantity } = this.#line
        const money = amount => this.#currency.format(amount)
        const isChanged = list !== price
        return element("span", { class: "detail" },
            [sku, isChanged || quantity > 1 ? t("{price} each", { price: money(price) }) : null].filter(Boolean).join(" · "),
            isChanged ? element("s", {}, money(list)) : null)
    }

    #note() {
        const { note } = this.#line
        return note === "" ? null : element("span", { class: "detail line-note" }, icon("note", "icon-small"), note)
    }

    #field() {
        const { key, title, quantity } = this.#line
        return element("input", {
            id: `quantity-${key}`, class: "quantity", type: "text", inputmode: "numeric", autocomplete: "off", value: quantity,
            "aria-label": t("Quantity of {title}", { title }),
            onchange: event => {
                const text = event.target.value.trim()
                const typed = Number(text)
                if (text === "0") this.#actions.remove(key)
                else if (Number.isInteger(typed) && typed > 0 && typed <= MOST_UNITS) this.#actions.change(key, typed)
                else {
                    event.target.value = quantity
                    this.#actions.refuse(MOST_UNITS)
                }
            },
            onfocus: event => event.target.select(),
            onkeydown: event => {
                if (event.key !== "Enter") return
                event.target.blur()
                this.#actions.done()
            },
        })
    }

    #button(name, picture, label, onclick, disabled) {
        return element("button", { id: `${name}-${this.#line.key}`, type: "button", class: `button-icon ${name}`, "aria-label": label, onclick, disabled }, icon(picture))
    }
}
