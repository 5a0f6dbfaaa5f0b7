/**
 * The till. It holds the sale itself: every command is kept in the journal of this device before anything else, ids
 * are made here, and a completed sale waits here until the server has it.
 */

import { Basket } from "/assets/js/till/basket.js"
import { newID } from "/assets/js/till/id.js"
import { Journal } from "/assets/js/till/journal.js"
import { Currency } from "/assets/js/till/money.js"
import { byID } from "/assets/js/till/page.js"
import { Payment } from "/assets/js/till/payment.js"
import { Receipt } from "/assets/js/till/receipt.js"
import { apply, EMPTY, forServer, replay } from "/assets/js/till/sale.js"
import { hearScanner } from "/assets/js/till/scanner.js"
import { Search } from "/assets/js/till/search.js"
import { Sender } from "/assets/js/till/sender.js"
import { Status } from "/assets/js/till/status.js"

const settings = JSON.parse(byID("till").dataset.settings)

class Till {
    #journal
    #sender
    #sale
    /** Commands are written down one after the other. */
    #written = Promise.resolve()

    constructor(journal, commands) {
        const currency = new Currency(settings.currency, settings.digits, settings.language)
        this.#journal = journal
        this.#sale = replay(commands)
        this.#sender = new Sender(journal)
        this.status = new Status(this.#sender)
        this.basket = new Basket(currency, {
            change: (line, quantity) => this.#do({ kind: "quantity", line, quantity }),
            clear: () => this.#clear(),
            pay: () => this.payment.ask(this.#sale),
        })
        this.search = new Search(currency, product => this.#add(product))
        this.payment = new Payment(currency, cash => this.#complete(cash))
        this.receipt = new Receipt(settings, currency, () => this.search.reset())
        this.#sender.addEventListener("booked", ({ detail }) => this.receipt.number(detail.id, detail.number))
    }

    start() {
        this.basket.show(this.#sale)
        this.search.focus()
        hearScanner(document, code => this.search.scan(code))
        this.#sender.send()
    }

    #add({ variant, title, sku, price }) {
        if (this.#sale.id === null) this.#do({ kind: "open", id: newID("ord"), at: new Date().toISOString() })
        const before = this.#sale
        this.#do({ kind: "add", variant, title, sku, price, quantity: 1 })
        if (this.#sale === before) this.status.say("A sale holds no more than this.")
        else this.basket.announce(title)
    }

    #do(command) {
        const next = apply(this.#sale, command)
        if (next === this.#sale) return
        this.#sale = next
        this.#write(() => this.#journal.append(command))
        this.basket.show(next)
    }

    #clear() {
        this.#sale = EMPTY
        this.#write(() => this.#journal.clear())
        this.basket.show(this.#sale)
        this.search.reset()
    }

    async #complete(cash) {
        const sale = apply(this.#sale, { kind: "complete", cash, staff: settings.staff.id, at: new Date().toISOString() })
        if (sale.completedAt === null) return
        this.#write(() => this.#journal.seal({ id: sale.id, sale: forServer(sale, settings.currency) }))
        // The customer gets the receipt once the sale cannot be lost any more.
        if (!await this.#written) return
        this.#sale = EMPTY
        this.basket.show(this.#sale)
        this.receipt.show(sale)
        this.#sender.send()
    }

    #write(work) {
        this.#written = this.#written.then(work).then(() => true, error => {
            console.warn(error)
            this.status.fail("This device cannot keep the sale. Do not go on: use another till.")
            return false
        })
    }
}

/** Two tabs would write one sale in turns; where the browser can tell, the second one stops. */
function alone() {
    if (!navigator.locks) return Promise.resolve(true)
    return new Promise(resolve => {
        navigator.locks.request(`seam-till-${settings.device}`, { ifAvailable: true }, lock => {
            resolve(lock !== null)
            return lock && new Promise(() => {})
        })
    })
}

async function begin() {
    if (!await alone()) {
        byID("elsewhere").hidden = false
        return
    }
    try {
        const journal = await Journal.open(`seam-till-${settings.device}`)
        const till = new Till(journal, await journal.commands())
        navigator.storage?.persist?.()
        byID("counter").hidden = false
        till.start()
    } catch (error) {
        console.warn(error)
        byID("keepless").hidden = false
    }
}

begin()
