import Database
import Essentials
import Feed
import Inventory
import Ledger
import Staff

/// Turns a paid checkout into an order, and the shopper's holds into commitments.
///
/// Placing the same checkout twice returns the first order.
/// - Throws: `InventoryRefusal.short` when a hold ran out and the units are gone; nothing is placed then.
func placeOrder(
    _ id: Payment.ID, reference: String, by actor: Actor, in transaction: Transaction, world: World
) throws -> Order {
    let payment = try Payment.lock(id, in: transaction)
    let checkout = try Checkout.lock(Checkout.ID(bits: payment.sale), in: transaction)
    precondition(payment.amount == checkout.total, "a payment of another amount than the checkout's")
    let new = NewOrder(
        id: checkout.order, digest: checkout.digest, customer: checkout.customer, context: checkout.context, pool: checkout.pool,
        total: checkout.total, state: .placed, placedAt: world.now)
    guard let order = try new.insert(in: transaction) else {
        guard let placed = try Order.find(checkout.order, in: transaction) else { throw OrdersRefusal.checkoutOver }
        return placed
    }
    try commitStock(checkout.held(in: transaction), to: order.id.bits, by: actor.origin, in: transaction, world: world)
    try payment.set(.captured, reference: reference, in: transaction, world: world)
    try Ledger.take(payment.amount, for: order.id, at: .provider(payment.provider), by: actor.origin, in: transaction, world: world)
    try checkout.set(.placed, in: transaction)
    try Cart.close(checkout.cart, in: transaction, world: world)
    try Timer.cancel(Checkout.timer, for: checkout.id.bits, in: transaction)
    let lines = try SaleLine.of(order.id.bits, in: order.context.currency, in: transaction)
    try OrderPlaced(order, lines: lines).record(by: actor.origin, in: transaction, world: world)
    return order
}
