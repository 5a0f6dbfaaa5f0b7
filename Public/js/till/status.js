/** Whether the server has everything, and what it would not take. */

import { byID, element } from "/assets/js/till/page.js"
import { t } from "/assets/js/till/texts.js"

const STATES = {
    online: "",
    offline: t("The server cannot be reached. Sales are kept here and sent later."),
    "signed-out": t("Sign in again to send what is kept here."),
}

export class Status {
    #sender

    constructor(sender) {
        this.#sender = sender
        sender.addEventListener("changed", () => this.#show())
        this.#show()
    }

    /** Says something for this moment. */
    say(text) {
        byID("said").textContent = text
    }

    /** Says what must not be overlooked. */
    fail(text) {
        byID("failure").textContent = text
        byID("failure").hidden = false
        byID("pay").disabled = true
    }

    #show() {
        const waiting = this.#sender.waiting.filter(entry => !entry.problem)
        const refused = this.#sender.waiting.filter(entry => entry.problem)
        const count = t("1 sale waits to be sent.", "{n} sales wait to be sent.", { n: waiting.length })
        byID("waiting").textContent = [STATES[this.#sender.state], waiting.length > 0 ? count : ""].filter(Boolean).join(" ")
        byID("sign-in-again").hidden = this.#sender.state !== "signed-out"
        byID("refused").hidden = refused.length === 0
        byID("refused-sales").replaceChildren(...refused.map(entry => this.#refusedSale(entry)))
    }

    #refusedSale({ id, problem }) {
        return element("li", {}, element("code", {}, id), `: ${problem.message} `,
            element("button", { type: "button", class: "button-quiet", onclick: () => this.#sender.retry(id) }, t("Try again")))
    }
}
