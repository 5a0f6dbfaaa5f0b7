/**
 * Closes the till when nobody has touched it for a while, and asks whoever comes back for the PIN. What was being done stays
 * where it was, below: the sale, a payment, a question.
 *
 * Only the server knows PINs: nothing of one is kept on the device, where somebody could try them all. So a till that has
 * no server does not close, and goes on writing down sales, which is all that it can do; one that is closed stays so until
 * the server is back.
 */

import { Idle } from "/assets/js/till/idle.js"
import { byID } from "/assets/js/till/page.js"
import { lockTill, reason, Refused, unlockTill } from "/assets/js/till/server.js"
import { t } from "/assets/js/till/texts.js"

export class Lock {
    #settings
    #sender
    #idle
    #opened
    #dialog = byID("lock")
    #pin = byID("lock-pin")
    #isOn = false

    /** @param {() => void} opened what to do once the person is known again */
    constructor(settings, sender, opened) {
        this.#settings = settings
        this.#sender = sender
        this.#opened = opened
        this.#idle = new Idle(settings.session, settings.idleMinutes, () => this.#close())
        byID("lock-form").addEventListener("submit", event => {
            event.preventDefault()
            this.#try()
        })
        byID("lock-other").addEventListener("click", () => this.#leave())
        // There is no way around it: not by Escape, and not by the back gesture of a phone.
        this.#dialog.addEventListener("cancel", event => event.preventDefault())
        this.#dialog.addEventListener("close", () => this.#isOn && this.#dialog.showModal())
    }

    get isOn() { return this.#isOn }

    start() {
        this.#idle.start()
        if (!this.#isOn) this.#idle.begin()
    }

    async #close() {
        if (this.#isOn) return
        // Nobody could open it again, and it would stand still in the evening rush.
        if (this.#sender.state === "offline") return
        this.#isOn = true
        this.#say("")
        this.#pin.value = ""
        this.#dialog.showModal()
        this.#pin.focus()
        // A session that has something left to send goes on until it is sent.
        if (this.#sender.waiting.length > 0) return
        try {
            await lockTill()
        } catch (error) {
            if (!(error instanceof Refused)) this.#open(this.#settings.session)
        }
    }

    async #try() {
        const { id } = this.#settings.staff
        const pin = this.#pin.value
        const form = byID("lock-form")
        if (pin === "" || form.ariaBusy === "true") return
        form.ariaBusy = "true"
        try {
            const { session } = await unlockTill({ staff: id, pin })
            this.#open(session)
        } catch (error) {
            if (error instanceof Refused) this.#refuse(reason(error))
            else this.#refuse(t("The server cannot be reached, and only it knows this PIN. What is in the sale is kept."))
        } finally {
            form.ariaBusy = null
        }
    }

    /** Somebody else takes over: at the door, where the sale waits for whoever signs in. */
    async #leave() {
        try {
            await lockTill()
            location.assign("/till/sign-in")
        } catch (error) {
            this.#refuse(reason(error))
        }
    }

    #open(session) {
        this.#settings.session = session
        this.#isOn = false
        this.#idle.begin(session)
        this.#dialog.close()
        this.#opened()
    }

    #refuse(text) {
        this.#pin.value = ""
        this.#say(text)
        this.#pin.focus()
    }

    #say(text) {
        byID("lock-error").textContent = text
        byID("lock-error").hidden = text === ""
    }
}
