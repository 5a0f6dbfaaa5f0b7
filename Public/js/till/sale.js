/**
 * A sale at the counter: a value, and the commands that lead from one to the next. Nothing here touches the page, the
 * network or the clock, so a journal of commands gives the same sale again, on this device or another.
 */

import { isPercent, total } from "/assets/js/till/sums.js"

/** As many as the server takes. */
export const MOST_LINES = 200
export const MOST_UNITS = 10_000
export const MOST_TENDERS = 10

/** Nothing has been scanned yet. */
export const EMPTY = Object.freeze({
    id: null, openedAt: null, lines: [], discount: null, note: "", customer: null, approved: 0, tenders: [], staff: null, completedAt: null,
})

/**
 * The sale after a command; amounts are minor units:
 * - `open`      { id, at }
 * - `add`       { variant, title, sku, image, price, quantity }: on top of the units of that variant at that price
 * - `quantity`  { line, quantity }: 0 takes the line out
 * - `restore`   { line, at }: a line that was taken out is where it was
 * - `price`     { line, price, reason }: what one unit is sold for; without a reason what it costs
 * - `line-note` { line, note }
 * - `discount`  { discount: { percent } | { amount } | null, reason }: off the sale as a whole
 * - `note`      { note }
 * - `customer`  { customer: { id, name } | null }
 * - `approve`   { most }: a manager lets so much pass that it is sold for less
 * - `tender`    { tender: { kind, amount, reference } }: the customer has handed it over
 * - `untender`  { index }: and has got it back
 * - `complete`  { staff, at }: the customer has paid and has the goods; the sale changes no more
 *
 * A command that makes no sense leaves the sale as it is, so an old journal can never stop the till.
 */
export function apply(sale, command) {
    if (sale.completedAt !== null) return sale
    if (command.kind === "open") return sale.id === null ? { ...sale, id: command.id, openedAt: command.at } : sale
    if (sale.id === null) return sale
    return COMMANDS[command.kind]?.(sale, command) ?? sale
}

export function replay(commands) {
    return commands.reduce(apply, EMPTY)
}

const COMMANDS = {
    add(sale, { variant, title, sku, image, price, quantity }) {
        if (!isQuantity(quantity) || !isAmount(price)) return sale
        // A line whose price was changed is of its own: another unit of the same costs what it costs.
        const known = sale.lines.find(line => line.variant === variant && line.price === price && line.reason === null)
        if (known) return COMMANDS.quantity(sale, { line: known.key, quantity: known.quantity + quantity })
        if (sale.lines.length >= MOST_LINES) return sale
        const key = freeKey(sale, `${variant}@${price}`)
        const line = { key, variant, title, sku: sku ?? null, image: image ?? null, list: price, price, quantity, reason: null, note: "" }
        return bounded(sale, [...sale.lines, line])
    },

    quantity(sale, { line: key, quantity }) {
        if (quantity === 0) return { ...sale, lines: sale.lines.filter(line => line.key !== key) }
        return isQuantity(quantity) ? edited(sale, key, { quantity }) : sale
    },

    restore(sale, { line, at }) {
        if (!line || sale.lines.some(other => other.key === line.key) || !isQuantity(line.quantity)) return sale
        return bounded(sale, sale.lines.toSpliced(at, 0, line))
    },

    price(sale, { line: key, price, reason }) {
        const line = sale.lines.find(line => line.key === key)
        if (!line || !isAmount(price)) return sale
        return edited(sale, key, reason ? { price, reason } : { price: line.list, reason: null })
    },

    "line-note": (sale, { line, note }) => edited(sale, line, { note: text(note) }),

    discount(sale, { discount, reason }) {
        if (discount === null) return { ...sale, discount: null }
        const isRight = isPercent(discount.percent) || isAmount(discount.amount) && discount.amount > 0
        return isRight && reason ? { ...sale, discount: { ...discount, reason } } : sale
    },

    note: (sale, { note }) => ({ ...sale, note: text(note) }),
    customer: (sale, { customer }) => ({ ...sale, customer: customer ?? null }),
    approve: (sale, { most }) => isAmount(most) ? { ...sale, approved: most } : sale,

    tender(sale, { tender }) {
        if (!isAmount(tender?.amount) || tender.amount === 0 || sale.tenders.length >= MOST_TENDERS) return sale
        return { ...sale, tenders: [...sale.tenders, { reference: "", ...tender }] }
    },

    untender: (sale, { index }) => ({ ...sale, tenders: sale.tenders.filter((_, at) => at !== index) }),

    complete(sale, { cash, staff, at }) {
        // A journal from before there were other tenders says the cash here.
        const tenders = isAmount(cash) && sale.tenders.length === 0 ? [{ kind: "cash", amount: cash, reference: "" }] : sale.tenders
        const paid = { ...sale, tenders }
        return sale.lines.length > 0 && isPaid(paid) ? { ...paid, staff, completedAt: at } : sale
    },
}

/** What was handed over in one kind of tender. */
export function given(sale, kind) {
    return sale.tenders.filter(tender => tender.kind === kind).reduce((sum, { amount }) => sum + amount, 0)
}

/** What is still to be paid; below zero once cash was more than enough. */
export function due(sale) {
    return total(sale) - given(sale, "card") - given(sale, "cash")
}

/** Enough was given, and no card was charged for more than it is. */
export function isPaid(sale) {
    return due(sale) <= 0 && given(sale, "card") <= total(sale)
}

/** What goes back to the customer. */
export function change(sale) {
    return Math.max(0, -due(sale))
}

function edited(sale, key, changes) {
    return bounded(sale, sale.lines.map(line => line.key === key ? { ...line, ...changes } : line))
}

function freeKey(sale, start) {
    let key = start
    for (let count = 2; sale.lines.some(line => line.key === key); count += 1) key = `${start}#${count}`
    return key
}

/** The sale with these lines, unless their sum is more than a number holds. */
function bounded(sale, lines) {
    const next = { ...sale, lines }
    return Number.isSafeInteger(total(next) * 100) ? next : sale
}

function isQuantity(quantity) {
    return Number.isInteger(quantity) && quantity > 0 && quantity <= MOST_UNITS
}

function isAmount(amount) {
    return Number.isSafeInteger(amount) && amount >= 0
}

function text(note) {
    return String(note ?? "").trim().slice(0, 500)
}
