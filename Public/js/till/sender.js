/** Sends completed sales to the server, one after the other, for as long as it takes. */

import { book } from "/assets/js/till/server.js"

const PAUSES = [1, 2, 5, 15, 30].map(seconds => seconds * 1_000)

/**
 * Tells `booked` { id, number } once the server has a sale, `refused` { id } when it will not take one, and `changed`
 * whenever what waits, or why, is other than it was.
 */
export class Sender extends EventTarget {
    #journal
    #failures = 0
    #pause = null
    #running = null
    #again = false

    /** `online`, `offline` or `signed-out`. */
    state = "online"
    /** Sales that wait, and those that the server will not take. */
    waiting = []

    constructor(journal) {
        super()
        this.#journal = journal
        addEventListener("online", () => this.send())
    }

    /** Sends what waits; what comes while it is being sent goes along. */
    send() {
        clearTimeout(this.#pause)
        if (this.#running) this.#again = true
        this.#running ??= this.#sendAll().finally(() => {
            this.#running = null
            if (this.#again) this.send()
        })
        return this.#running
    }

    /** Tries a sale once more that was refused. */
    async retry(id) {
        await this.#journal.note(id, null)
        await this.send()
    }

    async #sendAll() {
        for (;;) {
            this.#again = false
            await this.#look()
            const next = this.waiting.find(entry => !entry.problem)
            if (!next && this.#again) continue
            if (!next) return
            if (!await this.#sendOne(next)) return
        }
    }

    /** @returns whether to go on with the next one */
    async #sendOne(entry) {
        try {
            const booked = await book(entry.sale)
            await this.#journal.remove(entry.id)
            this.#be("online")
            this.#tell("booked", { id: entry.id, number: booked.number })
            return true
        } catch (error) {
            const isFinal = error.status !== undefined && !error.isForNow
            if (!isFinal) {
                this.#be(error.isSignedOut ? "signed-out" : "offline")
                return false
            }
            await this.#journal.note(entry.id, { code: error.code, message: error.message })
            this.#tell("refused", { id: entry.id })
            return true
        }
    }

    async #look() {
        this.waiting = await this.#journal.waiting()
        this.#tell("changed")
    }

    #be(state) {
        this.state = state
        this.#failures = state === "offline" ? this.#failures + 1 : 0
        // Signing in loads the page anew, which sends.
        if (state === "offline") {
            this.#pause = setTimeout(() => this.send(), PAUSES[Math.min(this.#failures, PAUSES.length) - 1])
        }
        this.#tell("changed")
    }

    #tell(name, detail) {
        this.dispatchEvent(new CustomEvent(name, { detail }))
    }
}
