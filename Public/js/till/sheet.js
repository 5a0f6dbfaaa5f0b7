/** A dialog of the till: a form, what is wrong with it, and a way out. */

import { byID } from "/assets/js/till/page.js"

export class Sheet {
    #dialog
    #form
    #error

    /**
     * @param {string} id of the dialog; `id-form` and `id-error` lie in it
     * @param {() => void | Promise<void>} submit what to do with what was filled in
     */
    constructor(id, submit) {
        this.#dialog = byID(id)
        this.#form = byID(`${id}-form`)
        this.#error = document.getElementById(`${id}-error`)
        this.#form.addEventListener("submit", async event => {
            event.preventDefault()
            if (this.#form.ariaBusy === "true") return
            this.#form.ariaBusy = "true"
            try {
                await submit()
            } finally {
                this.#form.ariaBusy = null
            }
        })
        for (const button of this.#dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => this.close())
        this.#dialog.addEventListener("keydown", event => {
            if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#step(event)
        })
        // A press beside the dialog is a way out too.
        this.#dialog.addEventListener("click", event => {
            if (event.target === this.#dialog) this.close()
        })
    }

    /** Up and down the rows of a list that can be pressed, and from a field into it. */
    #step(event) {
        const rows = [...this.#dialog.querySelectorAll(".row-button")]
        const at = rows.indexOf(document.activeElement)
        if (rows.length === 0 || at === -1 && event.target.type === "radio") return
        event.preventDefault()
        rows[Math.max(0, Math.min(rows.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))].focus()
    }

    get isOpen() { return this.#dialog.open }

    open(first = null) {
        this.say("")
        if (!this.#dialog.open) this.#dialog.showModal()
        first?.focus()
        first?.select?.()
    }

    close() {
        this.#dialog.close()
    }

    /** Says what is wrong. */
    say(text) {
        if (!this.#error) return
        this.#error.textContent = text
        this.#error.hidden = text === ""
    }

    onClose(closed) {
        this.#dialog.addEventListener("close", closed)
    }

    /** Which of several choices of one name is made. */
    chosen(name) {
        return this.#form.elements[name]?.value ?? ""
    }
}
