/**
 * A sale at the counter: a value, and the commands that lead from one to the next. Nothing here touches the page, the
 * network or the clock, so a journal of commands gives the same sale again, on this device or another.
 */

/** As many as the server takes. */
export const MOST_LINES = 200
export const MOST_UNITS = 10_000

/** Nothing has been scanned yet. */
export const EMPTY = Object.freeze({ id: null, openedAt: null, lines: [], cash: null, staff: null, completedAt: null })

/**
 * The sale after a command:
 * - `open`      { id, at }
 * - `add`       { variant, title, sku, price, quantity }: on top of the units of that variant at that price
 * - `quantity`  { line, quantity }: 0 takes the line out
 * - `complete`  { cash, staff, at }: the customer has paid and has the goods; the sale changes no more
 *
 * A command that makes no sense leaves the sale as it is, so an old journal can never stop the till.
 */
export function apply(sale, command) {
    if (sale.completedAt !== null) return sale
    switch (command.kind) {
    case "open": return sale.id === null ? { ...sale, id: command.id, openedAt: command.at } : sale
    case "add": return added(sale, command)
    case "quantity": return changed(sale, command.line, command.quantity)
    case "complete": return completed(sale, command)
    default: return sale
    }
}

export function replay(commands) {
    return commands.reduce(apply, EMPTY)
}

export function total(sale) {
    return sale.lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
}

export function units(sale) {
    return sale.lines.reduce((sum, line) => sum + line.quantity, 0)
}

/** What goes back to the customer; `null` while nothing was given. */
export function change(sale) {
    return sale.cash === null ? null : sale.cash - total(sale)
}

/** What the server is told of a completed sale. */
export function forServer(sale, currency) {
    return {
        id: sale.id,
        staff: sale.staff,
        currency,
        lines: sale.lines.map(({ variant, quantity, price }) => ({ variant, quantity, unitPrice: price })),
        cash: sale.cash,
        at: sale.completedAt,
    }
}

function added(sale, { variant, title, sku, price, quantity }) {
    if (sale.id === null || !isQuantity(quantity) || !Number.isSafeInteger(price) || price < 0) return sale
    const key = `${variant}@${price}`
    const known = sale.lines.find(line => line.key === key)
    if (known) return changed(sale, key, known.quantity + quantity)
    if (sale.lines.length >= MOST_LINES) return sale
    const line = { key, variant, title, sku: sku ?? null, price, quantity }
    return bounded(sale, [...sale.lines, line])
}

function changed(sale, key, quantity) {
    if (quantity === 0) return { ...sale, lines: sale.lines.filter(line => line.key !== key) }
    if (!isQuantity(quantity)) return sale
    return bounded(sale, sale.lines.map(line => line.key === key ? { ...line, quantity } : line))
}

function completed(sale, { cash, staff, at }) {
    if (sale.lines.length === 0 || !Number.isSafeInteger(cash) || cash < total(sale)) return sale
    return { ...sale, cash, staff, completedAt: at }
}

/** The sale with these lines, unless their sum is more than a number holds. */
function bounded(sale, lines) {
    const next = { ...sale, lines }
    return Number.isSafeInteger(total(next)) ? next : sale
}

function isQuantity(quantity) {
    return Number.isInteger(quantity) && quantity > 0 && quantity <= MOST_UNITS
}
