/** Who buys: found by name, e-mail address or telephone number, or kept anew. */

import { byID, element, icon } from "/assets/js/till/page.js"
import { findCustomers, keepCustomer, reason } from "/assets/js/till/server.js"
import { Sheet } from "/assets/js/till/sheet.js"
import { t } from "/assets/js/till/texts.js"

const REST = 200

export class Customers {
    #sheet
    #choose
    #rest = null
    #asked = null
    #field = byID("customer-query")

    /** @param {(customer: { id: string, name: string } | null) => void} choose */
    constructor(choose) {
        this.#choose = choose
        this.#sheet = new Sheet("customer", () => this.#submit())
        this.#field.addEventListener("input", () => {
            clearTimeout(this.#rest)
            this.#rest = setTimeout(() => this.#look(), REST)
        })
        byID("customer-none").addEventListener("click", () => this.#take(null))
        byID("customer-new").addEventListener("click", () => this.#begin())
    }

    ask(sale) {
        byID("customer-none").hidden = sale.customer === null
        byID("customer-kept").hidden = true
        byID("customer-found").replaceChildren()
        this.#field.value = ""
        this.#sheet.open(this.#field)
    }

    async #look() {
        const text = this.#field.value.trim()
        this.#asked?.abort()
        this.#asked = new AbortController()
        const { signal } = this.#asked
        if (text === "") return byID("customer-found").replaceChildren()
        try {
            const { customers } = await findCustomers(text, signal)
            if (signal.aborted) return
            this.#sheet.say("")
            byID("customer-found").replaceChildren(...customers.map(person => this.#row(person)))
            if (customers.length === 0) byID("customer-found").append(element("li", { class: "soft" }, t("Nobody of that name. Keep them as new?")))
        } catch (error) {
            if (error.name !== "AbortError") this.#sheet.say(reason(error))
        }
    }

    #row({ id, name, contact }) {
        return element("li", {},
            element("button", { type: "button", class: "row-button", onclick: () => this.#take({ id, name }) },
                icon("person"), element("span", { class: "what" }, element("span", { class: "title" }, name), element("span", { class: "detail" }, contact))))
    }

    /** Opens the few fields, with what was typed in the one it looks like. */
    #begin() {
        const typed = this.#field.value.trim()
        byID("customer-kept").hidden = false
        byID("customer-name-new").value = /@|^[+\d]/.test(typed) ? "" : typed
        byID("customer-email").value = typed.includes("@") ? typed : ""
        byID("customer-phone").value = /^[+\d][\d\s-]+$/.test(typed) ? typed : ""
        byID("customer-name-new").focus()
    }

    async #submit() {
        if (byID("customer-kept").hidden) return byID("customer-found").querySelector("button")?.click()
        const [name, email, phone] = ["customer-name-new", "customer-email", "customer-phone"].map(id => byID(id).value.trim())
        if (name === "") return this.#sheet.say(t("Write a name."))
        try {
            this.#take(await keepCustomer({ name, email, phone }))
        } catch (error) {
            this.#sheet.say(reason(error))
        }
    }

    #take(customer) {
        this.#sheet.close()
        this.#choose(customer && { id: customer.id, name: customer.name })
    }
}
