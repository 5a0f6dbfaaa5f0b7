/** Finds what is to be sold: by a code that was scanned or typed, or by words. */

import { byID, element, picture } from "/assets/js/till/page.js"
import { find, Refused } from "/assets/js/till/server.js"
import { t } from "/assets/js/till/texts.js"

/** How long a hand may rest before its words are looked for. */
const REST = 180

export class Search {
    #currency
    #choose
    #field = byID("query")
    #rest = null
    #asked = null
    #scans = Promise.resolve()

    /** @param {(product: object) => void} choose what to do with the product that was found */
    constructor(currency, choose) {
        this.#currency = currency
        this.#choose = choose
        this.#field.addEventListener("input", () => {
            clearTimeout(this.#rest)
            this.#rest = setTimeout(() => this.#look(this.#field.value), REST)
        })
        byID("search").addEventListener("submit", event => {
            event.preventDefault()
            this.scan(this.#field.value)
        })
    }

    get field() { return this.#field }

    focus() {
        this.#field.focus()
        this.#field.select()
    }

    /** From the field into what was found, and on in it; false when there is nothing to go to. */
    step(by) {
        const found = [...byID("results").querySelectorAll("button")]
        const at = found.indexOf(document.activeElement)
        if (found.length === 0 || at === -1 && document.activeElement !== this.#field) return false
        if (at + by < 0) this.#field.focus()
        else found[Math.min(found.length - 1, at + by)].focus()
        return true
    }

    /** For the next customer. */
    reset() {
        this.#asked?.abort()
        this.#clear()
        this.focus()
    }

    /** A code goes straight into the sale when one thing carries it; several are shown to choose from. Codes wait for each other. */
    scan(code) {
        clearTimeout(this.#rest)
        this.#asked?.abort()
        const text = code.trim()
        if (text === "") return
        this.#scans = this.#scans.then(async () => {
            const found = await this.#ask(text, AbortSignal.timeout(10_000))
            if (found?.products.length === 1) this.#take(found.products[0], text)
            else if (found) this.#show(text, found)
        })
    }

    /** What is typed is looked for when the hand rests; what was looked for before is of no interest any more. */
    async #look(text) {
        this.#asked?.abort()
        this.#asked = new AbortController()
        const { signal } = this.#asked
        if (text.trim() === "") return this.#clear()
        const found = await this.#ask(text.trim(), AbortSignal.any([signal, AbortSignal.timeout(10_000)]))
        if (found && !signal.aborted) this.#show(text.trim(), found)
    }

    /** @returns what was found; `null` when it failed, which was said then */
    async #ask(text, signal) {
        try {
            return await find(text, signal)
        } catch (error) {
            if (error.name === "AbortError") return null
            // The sale is in the journal: it is here again after signing in.
            if (error instanceof Refused && error.isSignedOut) location.assign("/till/sign-in")
            const reason = error instanceof Refused ? error.message : t("The server cannot be reached; what is in the sale is kept.")
            this.#say(t("“{text}” was not found: {reason}", { text, reason }))
            return null
        }
    }

    #show(text, { isCode, products }) {
        byID("results").replaceChildren(...products.map(product => this.#result(product)))
        byID("resting").hidden = products.length > 0
        if (products.length > 0) this.#say(isCode ? t("Several things carry this code. Choose one.") : "")
        else this.#say(t("Nothing is sold here under “{text}”.", { text }))
    }

    #result(product) {
        const { title, sku, price, stock, image } = product
        const left = stock === null || stock === undefined ? null : stock > 0 ? t("{stock} here", { stock }) : t("none here")
        return element("li", {},
            element("button", { type: "button", class: "result", onclick: () => this.#take(product, this.#field.value) },
                picture(image),
                element("span", { class: "what" },
                    element("span", { class: "title" }, title),
                    element("span", { class: "detail" }, sku),
                    left ? element("span", { class: stock > 0 ? "detail" : "detail none" }, left) : null),
                element("span", { class: "amount figure" }, this.#currency.format(price))))
    }

    /** @param {string} text what it was found under; something else may be typed by now */
    #take(product, text) {
        if (this.#field.value.trim() === text.trim() || this.#field.value === "") this.#clear()
        this.#choose(product)
        this.#last(product)
        this.focus()
    }

    /** What went into the sale last stays in view while nothing is looked for. */
    #last(product) {
        const { title, price, image, stock } = product
        byID("resting").replaceChildren(
            picture(image), element("p", { class: "title" }, title),
            element("p", { class: "price figure" }, this.#currency.format(price)),
            ...stock === null || stock === undefined ? [] : [element("p", { class: "detail" }, stock > 0 ? t("{stock} here before this sale", { stock }) : t("none here, by the books"))])
    }

    #clear() {
        this.#field.value = ""
        byID("results").replaceChildren()
        byID("resting").hidden = false
        this.#say("")
    }

    #say(text) {
        byID("search-notice").textContent = text
    }
}
