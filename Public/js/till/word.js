/** A word that goes by at the foot of the window: what was done, and how to undo it. */

import { byID, element, icon } from "/assets/js/till/page.js"
import { t } from "/assets/js/till/texts.js"

/** Long enough to read it, and to think better of it. */
const STAYS = 8_000

export class Word {
    #place = byID("word")
    #timer = null
    #undo = null

    /** @param {() => void} [undo] */
    say(text, undo = null) {
        clearTimeout(this.#timer)
        this.#undo = undo
        this.#place.replaceChildren(
            element("span", {}, text),
            ...undo ? [element("button", { type: "button", class: "word-undo", onclick: () => this.undo() }, icon("undo"), t("Undo"), element("kbd", {}, "Ctrl Z"))] : [])
        this.#place.hidden = false
        this.#timer = setTimeout(() => this.hush(), STAYS)
    }

    /** Undoes what was said last; false when that cannot be. */
    undo() {
        const undo = this.#undo
        if (!undo) return false
        this.hush()
        undo()
        return true
    }

    hush() {
        clearTimeout(this.#timer)
        this.#undo = null
        this.#place.hidden = true
    }
}
