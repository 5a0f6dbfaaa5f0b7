/** The sale that is open, the commands that change it, and everything that people do it with. */

import { Approval } from "/assets/js/till/approval.js"
import { Basket } from "/assets/js/till/basket.js"
import { Camera } from "/assets/js/till/camera.js"
import { Customers } from "/assets/js/till/customers.js"
import { newID } from "/assets/js/till/id.js"
import { Keys } from "/assets/js/till/keys.js"
import { Lock } from "/assets/js/till/lock.js"
import { Currency } from "/assets/js/till/money.js"
import { Notes } from "/assets/js/till/notes.js"
import { byID } from "/assets/js/till/page.js"
import { Parking } from "/assets/js/till/parking.js"
import { Payment } from "/assets/js/till/payment.js"
import { Pricing } from "/assets/js/till/pricing.js"
import { Receipt } from "/assets/js/till/receipt.js"
import { apply, EMPTY, isPaid, replay } from "/assets/js/till/sale.js"
import { hearScanner } from "/assets/js/till/scanner.js"
import { Search } from "/assets/js/till/search.js"
import { Sender } from "/assets/js/till/sender.js"
import { claim, forget } from "/assets/js/till/server.js"
import { Status } from "/assets/js/till/status.js"
import { Stock } from "/assets/js/till/stock.js"
import { forServer, needsApproval, reduction } from "/assets/js/till/sums.js"
import { Word } from "/assets/js/till/word.js"
import { language, t } from "/assets/js/till/texts.js"

export class Counter {
    #settings
    #journal
    #sender
    #sale
    /** Commands are written down one after the other. */
    #written = Promise.resolve()

    constructor(settings, journal, commands) {
        const currency = new Currency(settings.currency, settings.digits, language)
        this.#settings = settings
        this.#journal = journal
        this.#sale = replay(commands)
        this.#sender = new Sender(journal)
        this.status = new Status(this.#sender)
        this.word = new Word()
        this.basket = new Basket(currency, {
            change: (line, quantity) => this.#do({ kind: "quantity", line, quantity }),
            remove: line => this.#remove(line),
            untender: index => this.#do({ kind: "untender", index }),
            done: () => this.search.focus(),
            refuse: most => this.word.say(t("A quantity is a whole number from 1 to {most}.", { most })),
        })
        this.search = new Search(currency, product => this.#add(product))
        this.approval = new Approval(settings, currency)
        this.pricing = new Pricing(currency, {
            price: (line, price, reason) => this.#reduce({ kind: "price", line, price, reason }),
            discount: (discount, reason) => this.#reduce({ kind: "discount", discount, reason }),
        })
        this.customers = new Customers(customer => this.#do({ kind: "customer", customer }, { opening: true }))
        this.notes = new Notes((line, note) => this.#do(line === null ? { kind: "note", note } : { kind: "line-note", line, note }))
        this.camera = new Camera(code => this.#scan(code))
        this.stock = new Stock()
        this.parking = new Parking(currency, {
            commands: () => this.#written.then(() => this.#journal.commands()),
            parked: () => this.#forget(t("Parked.")),
            resume: sale => this.#resume(sale),
        })
        this.payment = new Payment(currency, {
            tender: tender => this.#tender(tender),
            complete: () => this.#complete(),
        })
        this.receipt = new Receipt(settings, currency, () => this.search.reset())
        this.lock = new Lock(settings, this.#sender, () => this.#sender.send())
        this.#sender.addEventListener("booked", ({ detail }) => this.receipt.number(detail.id, detail.number))
    }

    start() {
        const press = (id, action) => byID(id).addEventListener("click", action)
        press("pay", () => this.#pay())
        press("clear", () => this.#clear())
        press("camera", () => this.camera.open())
        press("find", () => this.search.focus())
        press("act-customer", () => this.customers.ask(this.#sale))
        press("act-price", () => this.#line && this.pricing.askLine(this.#sale, this.#line))
        press("act-discount", () => this.pricing.askSale(this.#sale))
        press("act-note", () => this.notes.ask(this.#sale, this.#line))
        press("act-stock", () => this.#line && this.stock.show(this.#line))
        press("act-park", () => this.parking.open(this.#sale))
        byID("full").hidden = !document.fullscreenEnabled
        press("full", () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())
        press("language", () => byID("languages").showModal())
        press("languages-close", () => byID("languages").close())
        press("keys", () => byID("keys-list").showModal())
        press("keys-close", () => byID("keys-list").close())
        new Keys(document).onShown(document)
            .on("Ctrl Z", () => this.word.undo())
            .on("Escape", () => this.search.reset())
            .on("ArrowDown", () => this.search.step(1) || this.basket.step(1))
            .on("ArrowUp", () => this.search.step(-1) || this.basket.step(-1))
            .on("PageUp", () => this.#more(1))
            .on("PageDown", () => this.#more(-1))
            .on("Shift F6", () => this.basket.typeQuantity())
            .on("Ctrl Backspace", () => this.#giveBack())
            .on("Ctrl Delete", () => this.#line && this.#remove(this.#line.key))
        hearScanner(document, code => this.#scan(code), { field: this.search.field })
        this.basket.show(this.#sale)
        this.search.focus()
        this.lock.start()
        this.#sender.send()
    }

    /** The line that was touched last. */
    get #line() { return this.#sale.lines.find(line => line.key === this.basket.selected) }

    /** A code is for the sale wherever somebody is: a receipt is put away, a question is dropped. */
    #scan(code) {
        // A till that is locked sells nothing.
        if (this.lock.isOn) return
        this.receipt.close()
        for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close()
        this.search.scan(code)
    }

    #more(by) {
        const line = this.#line
        if (!line) return
        if (line.quantity + by === 0) this.#remove(line.key)
        else this.#do({ kind: "quantity", line: line.key, quantity: line.quantity + by })
    }

    #add({ variant, title, sku, image, price }) {
        const before = this.#sale
        this.#do({ kind: "add", variant, title, sku, image, price, quantity: 1 }, { opening: true })
        const after = this.#sale
        if (after.lines === before.lines) return this.word.say(t("A sale holds no more than this."))
        const touched = after.lines.find((line, at) => line !== before.lines[at])
        this.basket.select(touched?.key)
        this.basket.announce(title)
    }

    /** What was taken last, unless somebody is deleting a word. */
    #giveBack() {
        const { length } = this.#sale.tenders
        if (length === 0 || document.activeElement?.value) return false
        this.#do({ kind: "untender", index: length - 1 })
    }

    #remove(key) {
        const at = this.#sale.lines.findIndex(line => line.key === key)
        const line = this.#sale.lines[at]
        if (!line) return
        this.#do({ kind: "quantity", line: key, quantity: 0 })
        this.word.say(t("{title} removed.", { title: line.title }), () => this.#do({ kind: "restore", line, at }))
    }

    /** What takes off more than the person may is done once a manager has let it pass. */
    #reduce(command) {
        const next = apply(this.#sale, command)
        if (this.#settings.isManager || !needsApproval(next, this.#settings.reductionPercent)) return this.#do(command)
        this.approval.ask(this.#sale, reduction(next), most => {
            this.#do({ kind: "approve", most })
            this.#do(command)
        })
    }

    #pay() {
        const { isManager, reductionPercent } = this.#settings
        if (this.#sale.lines.length === 0) return
        // Lines may have gone since something was taken off, so that it is too much for what is left.
        if (isManager || !needsApproval(this.#sale, reductionPercent)) return this.payment.ask(this.#sale)
        this.approval.ask(this.#sale, reduction(this.#sale), most => {
            this.#do({ kind: "approve", most })
            this.payment.ask(this.#sale)
        })
    }

    /** What was handed over is shown as taken once it cannot be forgotten any more. */
    async #tender(tender) {
        this.#do({ kind: "tender", tender })
        if (!isPaid(this.#sale) && await this.#written) this.payment.goOn(this.#sale)
    }

    #do(command, { opening = false } = {}) {
        if (opening && this.#sale.id === null) this.#do({ kind: "open", id: newID("ord"), at: new Date().toISOString() })
        const next = apply(this.#sale, command)
        if (next === this.#sale) return
        this.#sale = next
        this.#write(() => this.#journal.append(command))
        this.basket.show(next)
    }

    /** Nothing of it is left here; it can be had back for a moment. */
    #clear() {
        if (this.#sale.tenders.length > 0) return this.word.say(t("Something was paid already. Give it back first."))
        const kept = this.#written.then(() => this.#journal.commands())
        this.#forget(t("The sale is cleared."), async () => {
            const commands = await kept
            if (this.#sale.id === null) this.#take(commands)
        })
    }

    #forget(text, undo = null) {
        this.#sale = EMPTY
        this.#write(() => this.#journal.replace([]))
        this.basket.show(this.#sale)
        this.search.reset()
        this.word.say(text, undo)
    }

    #take(commands) {
        this.#sale = replay(commands)
        this.#write(() => this.#journal.replace(commands))
        this.basket.show(this.#sale)
    }

    /** It is this till's once it is written down here; only then the server forgets it. */
    async #resume(id) {
        const { commands, customer } = await claim(id)
        const mine = JSON.parse(commands)
        this.#take(customer ? [...mine, { kind: "customer", customer }] : mine)
        if (!await this.#written) return
        await forget(id)
        this.search.focus()
    }

    async #complete() {
        const sale = apply(this.#sale, { kind: "complete", staff: this.#settings.staff.id, at: new Date().toISOString() })
        if (sale.completedAt === null) return
        this.#write(() => this.#journal.seal({ id: sale.id, sale: forServer(sale, this.#settings.currency) }))
        // The customer gets the receipt once the sale cannot be lost any more.
        if (!await this.#written) return
        this.#sale = EMPTY
        this.basket.show(this.#sale)
        this.word.hush()
        this.receipt.show(sale)
        this.#sender.send()
    }

    #write(work) {
        this.#written = this.#written.then(work).then(() => true, error => {
            console.warn(error)
            this.status.fail(t("This device cannot keep the sale. Do not go on: use another till."))
            return false
        })
    }
}
