import Database
import Essentials
import Places
import Staff

/// Lets a sale that a till is making pass with so much less than its list prices. A later approval replaces it.
/// - Throws: `StaffRefusal.forbidden` below manager in that shop; `OrdersRefusal.tooMuch` for less than nothing.
public func approveReduction(
    upTo most: Money, of sale: Order.ID, at location: Location.ID, by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.manager, at: location.bits)
    guard most.minorUnits >= 0 else { throw OrdersRefusal.tooMuch }
    try transaction.run(
        """
        INSERT INTO sale_approval (sale, location, most, currency, approved_at)
        VALUES (\(sale), \(location), \(most.minorUnits), \(most.currency.code), \(world.now))
        ON CONFLICT (sale) DO UPDATE SET location = excluded.location, most = excluded.most, currency = excluded.currency,
            approved_at = excluded.approved_at
        """)
    try Audit.record(
        "sale.reduction_approved", about: sale, ["most": .figure(most.minorUnits), "location": .id(location)], by: actor,
        in: transaction, world: world)
}
