/** What the customer gets: on paper, as the text of an e-mail, or nothing. */

import { byID } from "/assets/js/till/page.js"
import { change } from "/assets/js/till/sale.js"
import { Slip } from "/assets/js/till/slip.js"
import { t } from "/assets/js/till/texts.js"

export class Receipt {
    #slip
    #currency
    #dialog = byID("receipt")
    #sale = null
    #number = null

    /** @param {() => void} done what to do when it is put away */
    constructor(settings, currency, done) {
        this.#slip = new Slip(settings)
        this.#currency = currency
        byID("print").addEventListener("click", () => print())
        byID("as-text").addEventListener("click", () => this.#showText())
        byID("copy").addEventListener("click", () => this.#copy())
        byID("next").addEventListener("click", () => this.#dialog.close())
        this.#dialog.addEventListener("close", done)
    }

    show(sale) {
        this.#sale = sale
        this.#number = null
        byID("change").textContent = this.#currency.format(change(sale))
        byID("mail").hidden = true
        byID("copied").textContent = ""
        this.#write()
        this.#dialog.showModal()
        byID("next").focus()
    }

    /** The next customer's goods are scanned while it is still open. */
    close() {
        if (this.#dialog.open) this.#dialog.close()
    }

    /** The server has given the sale its number. */
    number(id, number) {
        if (id !== this.#sale?.id) return
        this.#number = number
        this.#write()
    }

    #write() {
        for (const id of ["slip", "mail-text"]) byID(id).lang = this.#slip.language
        byID("slip").replaceChildren(...this.#slip.elements(this.#sale, this.#number))
        byID("mail-text").value = this.#slip.text(this.#sale, this.#number)
    }

    #showText() {
        byID("mail").hidden = !byID("mail").hidden
        byID("as-text").setAttribute("aria-expanded", String(!byID("mail").hidden))
        if (!byID("mail").hidden) byID("mail-text").focus()
    }

    async #copy() {
        byID("mail-text").select()
        try {
            await navigator.clipboard.writeText(byID("mail-text").value)
            byID("copied").textContent = t("Copied.")
        } catch {
            // Where the clipboard is closed to scripts, the text is chosen, for a hand to copy.
            byID("copied").textContent = t("Press Ctrl C to copy it.")
        }
    }
}
