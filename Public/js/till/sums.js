/** What a sale comes to: whole minor units, never fractions. The server does the same sums and compares. */

export function units(sale) {
    return sale.lines.reduce((sum, line) => sum + line.quantity, 0)
}

/** Before what is taken off the sale as a whole. */
export function subtotal(sale) {
    return sale.lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
}

/** What is taken off the sale as a whole: a half is rounded up, and never more than there is. */
export function discount(sale) {
    const all = subtotal(sale)
    if (sale.discount === null) return 0
    const { percent, amount } = sale.discount
    return Math.min(all, percent !== undefined ? Math.floor((all * percent + 50) / 100) : amount)
}

export function total(sale) {
    return subtotal(sale) - discount(sale)
}

/** What all of it costs by the list. */
export function listTotal(sale) {
    return sale.lines.reduce((sum, line) => sum + line.list * line.quantity, 0)
}

/**
 * Each line's share of what is taken off the sale: in proportion, rounded down, and what is left to the largest
 * remainders, the earlier line first (Hamilton's method), so that the shares add up exactly.
 */
export function shares(sale) {
    const [off, all] = [BigInt(discount(sale)), BigInt(subtotal(sale))]
    if (off === 0n || all === 0n) return sale.lines.map(() => 0)
    const wholes = sale.lines.map(line => off * BigInt(line.price * line.quantity))
    const parts = wholes.map(whole => Number(whole / all))
    const left = Number(off) - parts.reduce((sum, part) => sum + part, 0)
    const order = wholes.map((whole, at) => ({ at, rest: whole % all })).sort((a, b) => a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1)
    for (const { at } of order.slice(0, left)) parts[at] += 1
    return parts
}

/** What it is sold for less than it costs; a line that is sold for more makes up for nothing. */
export function reduction(sale) {
    const off = shares(sale)
    return sale.lines.reduce((sum, line, at) => sum + Math.max(0, (line.list - line.price) * line.quantity + off[at]), 0)
}

/** Whether that is more than somebody may give who is no manager, and no manager has let it pass. */
export function needsApproval(sale, percent) {
    const off = reduction(sale)
    return off * 100 > listTotal(sale) * percent && off > sale.approved
}

export function isPercent(number) {
    return Number.isInteger(number) && number > 0 && number <= 100
}

/** What the server is told of a completed sale. */
export function forServer(sale, currency) {
    const off = shares(sale)
    return {
        id: sale.id,
        staff: sale.staff,
        currency,
        customer: sale.customer?.id ?? null,
        note: sale.note,
        lines: sale.lines.map(({ variant, quantity, price, reason, note }, at) => ({
            variant, quantity, unitPrice: price, discount: off[at], reason: reason ?? (off[at] > 0 ? sale.discount.reason : null), note,
        })),
        tenders: sale.tenders,
        at: sale.completedAt,
    }
}
