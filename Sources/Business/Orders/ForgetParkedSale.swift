import Database
import Essentials
import Feed
import Places
import Staff

/// Takes a sale off the parked ones: a till has written it down, or nobody wants it any more. Doing so twice does nothing.
/// - Throws: `StaffRefusal.forbidden` without a role in that shop.
public func forgetParkedSale(
    _ sale: Order.ID, at location: Location.ID, by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.associate, at: location.bits)
    guard try transaction.rowsChanged(by: "DELETE FROM parked_sale WHERE location = \(location) AND sale = \(sale)") == 1 else { return }
    try SaleUnparked(sale: sale, location: location).record(by: actor.origin, in: transaction, world: world)
}
