import Database
import Essentials
import Places
import Staff

/// Gives a parked sale to a till to go on with. It stays parked, for this till only, until `forgetParkedSale` says that
/// the till has written it down: an answer that is lost on its way loses no sale.
/// - Throws: `StaffRefusal.forbidden` without a role in that shop; `OrdersRefusal.noParkedSale`; `.parkedElsewhere` while
///   another till has just claimed it.
public func claimParkedSale(
    _ sale: Order.ID, for device: Device.ID, at location: Location.ID, by actor: Actor, in transaction: Transaction, world: World
) throws -> ParkedSale {
    try actor.require(.associate, at: location.bits)
    let parked = try transaction.row(
        """
        SELECT \(sql: ParkedSale.columns) FROM parked_sale WHERE location = \(location) AND sale = \(sale) FOR UPDATE
        """, as: ParkedSale.self)
    guard let parked else { throw OrdersRefusal.noParkedSale }
    let claimed = try transaction.rowsChanged(
        by: """
            UPDATE parked_sale SET claimed_by = \(device), claimed_at = \(world.now)
            WHERE location = \(location) AND sale = \(sale)
              AND (claimed_by IS NULL OR claimed_by = \(device) OR claimed_at <= \(world.now - ParkedSale.claimLasts))
            """)
    guard claimed == 1 else { throw OrdersRefusal.parkedElsewhere }
    return parked
}
