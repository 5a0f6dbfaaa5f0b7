import Database
import Essentials
import Feed
import Inventory
import Ledger
import Staff

/// Turns a paid checkout into an order, and the shopper's holds into commitments.
///
/// What the shopper put into the cart meanwhile stays there. Placing the same checkout twice returns the first order.
/// - Throws: `InventoryRefusal.short` when a hold ran out and the units are gone; nothing is placed then.
func placeOrder(
    _ attempt: Payment, reference: String, by actor: Actor, in transaction: Transaction, world: World
) throws -> Order {
    let id = Checkout.ID(bits: attempt.sale)
    let (locked, found) = (try Payment.askLocked(attempt.id, in: transaction), try Checkout.askLocked(.id(id), in: transaction))
    let demands = try Demand.ask(of: id.bits, in: transaction)
    let lines = try SaleLine.ask(of: id.bits, in: attempt.amount.currency, in: transaction)
    guard let payment = try locked.first() else { throw OrdersRefusal.noPayment }
    guard let checkout = try found.first() else { throw OrdersRefusal.noCheckout }
    precondition(payment.amount == checkout.total, "a payment of another amount than the checkout's")
    if checkout.state == .placed, let placed = try Order.find(checkout.order, in: transaction) { return placed }

    let new = NewOrder(
        id: checkout.order, digest: checkout.digest, customer: checkout.customer, context: checkout.context, pool: checkout.pool,
        total: checkout.total, state: .placed, placedAt: world.now)
    let number = try new.askNumber(in: transaction)
    let closed = try Cart.askClose(checkout, in: transaction, world: world)
    let money = try Booking(payment.amount, at: .provider(payment.provider), in: transaction)
    try commitStock(demands.rows().compactMap(\.held), to: new.id.bits, by: actor.origin, in: transaction, world: world)
    // The checkout is locked, and was not placed.
    guard let order = try number.first().map({ new.order(numbered: $0) }) else { throw OrdersRefusal.checkoutOver }
    try payment.set(.captured, reference: reference, in: transaction, world: world)
    try money.enter(for: order.id, by: actor.origin, in: transaction, world: world)
    try checkout.set(.placed, in: transaction)
    if try closed.first() == nil {
        try Cart.takeOut(lines.rows(), of: checkout.cart, by: actor, in: transaction, world: world)
    }
    try Timer.cancel(Checkout.timer, for: checkout.id.bits, in: transaction)
    try OrderPlaced(order, lines: lines.rows()).record(by: actor.origin, in: transaction, world: world)
    return order
}
