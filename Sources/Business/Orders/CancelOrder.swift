import Channels
import Database
import Essentials
import Inventory
import Ledger
import Staff

/// Undoes an order that the customer does not have yet: its units are free again, its money is given back.
///
/// The books change first; the provider is asked after, and the refund is asked for again until it answers, since it
/// knows the payment's key.
/// - Throws: `OrdersRefusal.noOrder`, `.alreadyCancelled`; `StaffRefusal.forbidden` below manager.
public func cancelOrder(
    _ id: Order.ID, with provider: PaymentProvider, by actor: Actor, in database: any Database, world: World
) async throws -> Order {
    let (order, payments) = try await database.write { transaction in
        try actor.require(.manager)
        let order = try Order.lock(id, in: transaction)
        guard order.state == .placed else { throw OrdersRefusal.alreadyCancelled }
        let payments = try Payment.of(id.bits, in: transaction).filter { $0.state == .captured }
        try transaction.run("UPDATE sales_order SET state = \(Order.State.cancelled), endangered_at = NULL WHERE id = \(id)")
        try returnCommitment(
            Demand.held(of: id.bits, in: transaction), pool: order.pool, channel: order.context.channel, of: id.bits, by: actor.origin,
            in: transaction, world: world)
        for payment in payments {
            try payment.set(.refunded, reference: payment.reference, in: transaction, world: world)
            try Ledger.giveBack(
                payment.amount, for: id, from: .provider(payment.provider), by: actor.origin, in: transaction, world: world)
        }
        try OrderCancelled(order: id, refunded: order.total).record(by: actor.origin, in: transaction, world: world)
        try Audit.record("order.cancelled", about: id, by: actor, in: transaction, world: world)
        return (order, payments)
    }
    for payment in payments where payment.provider == provider.name {
        if let reference = payment.reference { try await provider.refund(reference, payment.amount, payment.id.description) }
    }
    return order
}
