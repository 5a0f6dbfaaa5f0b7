/** What the associate writes about a line, or about the sale as a whole. */

import { byID } from "/assets/js/till/page.js"
import { Sheet } from "/assets/js/till/sheet.js"

export class Notes {
    #sheet
    #line = null
    #lineNote = ""
    #saleNote = ""

    /** @param {(line: string | null, note: string) => void} write without a line: about the sale */
    constructor(write) {
        this.#sheet = new Sheet("notes", () => {
            const note = byID("notes-text").value
            this.#sheet.close()
            write(this.#sheet.chosen("notes-about") === "line" ? this.#line : null, note)
        })
        for (const choice of document.querySelectorAll("[name=notes-about]")) choice.addEventListener("change", () => this.#fill())
    }

    ask(sale, line) {
        this.#line = line?.key ?? null
        this.#lineNote = line?.note ?? ""
        this.#saleNote = sale.note
        byID("notes-line").textContent = line?.title ?? ""
        byID("notes-about-line").disabled = !line
        byID(line ? "notes-about-line" : "notes-about-sale").checked = true
        this.#fill()
        this.#sheet.open(byID("notes-text"))
    }

    #fill() {
        byID("notes-text").value = this.#sheet.chosen("notes-about") === "line" ? this.#lineNote : this.#saleNote
    }
}
