import Catalog
import Channels
import Customers
import Database
import Essentials
import Feed
import Inventory
import Ledger
import Places
import Staff

/// Books a sale that a till has made. Units that the books do not have are found, never refused.
///
/// Ringing up the same sale twice returns the first order.
/// - Parameter context: the channel, the shop, the associate and the device.
/// - Throws: `StaffRefusal.forbidden` without a role in that shop; `OrdersRefusal.emptyCart`, `.quantity`, `.notForSale`
///   for what the catalogue does not know, `.tender`, `.needsApproval` when it was sold for less than the associate may
///   give, `.saleDiffers` when the id belongs to another sale.
public func ringUp(
    _ sale: TillSale, in context: SaleContext, on channel: Channel, by actor: Actor, in transaction: Transaction, world: World
) throws -> Order {
    guard let location = context.location else { throw OrdersRefusal.noOrder }
    try actor.require(.associate, at: location.bits)
    if let rungUp = try Order.find(sale.id, in: transaction) { return try rungUp.verified(as: sale, in: transaction) }

    let variants = try SellableVariant.find(sale.lines.map(\.variant), on: channel.priceList, in: transaction)
    let lines = try sale.saleLines(of: variants, in: context.currency)
    let total = try lines.sum(in: context.currency)
    let takings = try sale.tenders.takings(for: total)
    let reduction = try lines.reduction(in: context.currency)
    try reduction.requireAuthority(of: actor, for: sale.id, at: location, in: transaction)

    let new = NewOrder(
        id: sale.id, digest: nil, customer: sale.customer, context: context, pool: channel.pool, total: total, state: .completed,
        placedAt: sale.made(by: world.now))
    guard let order = try new.insert(in: transaction) else {
        // The same sale was sent twice at once, or the id is another sale's.
        guard let rungUp = try Order.find(sale.id, in: transaction) else { throw OrdersRefusal.saleDiffers }
        return try rungUp.verified(as: sale, in: transaction)
    }
    try SaleLine.insert(lines, of: sale.id.bits, in: transaction)
    try SaleNote.insert(sale.notes, of: sale.id, in: transaction)
    try Demand.insert(
        lines.map {
            Demand(
                position: $0.position, part: 0, variant: $0.variant, quantity: $0.quantity, location: location, hold: nil, allowance: nil)
        }, of: sale.id.bits, in: transaction)
    let tracked = lines.filter { variants[$0.variant]?.isTracked == true }.map { StockLine($0.variant, $0.quantity) }
    if !tracked.isEmpty {
        try sellFromShelf(
            tracked, at: location, pool: channel.pool, of: sale.id.bits, by: actor.origin, in: transaction, world: world)
    }
    for taking in takings {
        try taking.book(for: order, at: location, by: actor.origin, in: transaction, world: world)
    }
    if reduction.amount.minorUnits > 0 {
        try Audit.record(
            "sale.reduced", about: order.id, ["by": .figure(reduction.amount.minorUnits)], by: actor, in: transaction, world: world)
    }
    try OrderPlaced(order, lines: lines).record(by: actor.origin, in: transaction, world: world)
    return order
}

extension Taking {
    /// Notes the payment, and books its money to where it lies now.
    fileprivate func book(for order: Order, at location: Location.ID, by origin: Origin, in transaction: Transaction, world: World) throws {
        let payment = Payment(
            id: world.id(), sale: order.id.bits, provider: kind.provider, amount: amount, state: .captured, reference: reference,
            createdAt: world.now)
        try payment.insert(in: transaction)
        try Booking(amount, at: kind.place(at: location), in: transaction).enter(for: order.id, by: origin, in: transaction, world: world)
    }
}

extension Order {
    /// The order that was rung up before, if it is the same sale.
    fileprivate func verified(as sale: TillSale, in transaction: Transaction) throws -> Order {
        guard sale.isSame(as: try SaleLine.of(id.bits, in: context.currency, in: transaction)) else { throw OrdersRefusal.saleDiffers }
        return self
    }
}
