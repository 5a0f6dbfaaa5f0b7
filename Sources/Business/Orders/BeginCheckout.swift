import Catalog
import Channels
import Customers
import Database
import Essentials
import Feed
import Inventory
import Secrets
import Staff

/// Fixes the cart's prices, notes who buys, and holds the units for a quarter of an hour.
///
/// Beginning again with the same cart gives back what the first checkout held.
/// - Parameter link: the secret that the shopper's checkout and order are reached by; only its digest is kept.
/// - Throws: `OrdersRefusal.noCart`, `.emptyCart`, `.notForSale`, `.contact`; `InventoryRefusal.short` when units are
///   missing: then nothing is held and the cart stays as it is.
public func beginCheckout(
    of key: CartKey, contact: Contact, on channel: Channel, language: String, link: SecretToken, by actor: Actor,
    in transaction: Transaction, world: World
) throws -> Checkout {
    let contact = try contact.verified()
    let (found, lines) = (try Cart.askLocked(key, in: transaction), try Cart.askLines(key, in: transaction))
    guard let cart = try found.first() else { throw OrdersRefusal.noCart }
    let inCart = try lines.rows()
    if let before = cart.checkout { try give(up: before, by: actor, in: transaction, world: world) }

    let variants = try SellableVariant.find(inCart.map(\.variant), on: channel.priceList, language: language, in: transaction)
    let quote = try Quote(inCart, of: variants, in: channel.currency)
    let now = world.now
    let checkout = Checkout(
        id: world.id(), digest: link.digest, cart: cart.id, customer: cart.customer, context: cart.context, pool: channel.pool,
        total: quote.total, state: .open, createdAt: now, expiresAt: now + Checkout.time)
    let tracked = quote.lines.filter(\.variant.isTracked).map {
        StockLine($0.variant.id, $0.quantity, mayBeOwed: $0.variant.whenSoldOut == .backorder)
    }
    let held = try holdStock(
        tracked, on: channel, until: checkout.expiresAt, for: checkout.id.bits, by: actor.origin, in: transaction, world: world)

    try checkout.insert(in: transaction)
    try contact.insert(for: checkout.id.bits, in: transaction)
    let saleLines = quote.lines.enumerated().map { position, line in
        SaleLine(
            position: position, variant: line.variant.id, title: line.variant.title, sku: line.variant.sku, quantity: line.quantity,
            unitPrice: line.unitPrice, listPrice: line.unitPrice)
    }
    try SaleLine.insert(saleLines, of: checkout.id.bits, in: transaction)
    try Demand.insert(Demand.of(saleLines, held: held), of: checkout.id.bits, in: transaction)
    try transaction.run("UPDATE cart SET checkout = \(checkout.id), updated_at = \(now) WHERE id = \(cart.id)")
    try Timer.set(Checkout.timer, for: checkout.id.bits, at: checkout.expiresAt, in: transaction, world: world)
    try CheckoutBegun(checkout: checkout.id, cart: cart.id, total: checkout.total).record(by: actor.origin, in: transaction, world: world)
    return checkout
}

private func give(up id: Checkout.ID, by actor: Actor, in transaction: Transaction, world: World) throws {
    let checkout = try Checkout.lock(id, in: transaction)
    guard checkout.state == .open else { return }
    try Payment.refuseWhilePending(for: id, in: transaction)
    try checkout.set(.replaced, in: transaction)
    try Timer.cancel(Checkout.timer, for: id.bits, in: transaction)
    try releaseStock(
        checkout.held(in: transaction), for: id.bits, pool: checkout.pool, because: "checkout.replaced", by: actor.origin,
        in: transaction, world: world)
}
