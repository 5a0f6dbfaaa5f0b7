import Catalog
import Database
import Essentials
import Feed
import Ledger
import Places
import Staff

/// Takes over what another system has counted of a variant that was never stocked here.
/// - Parameter units: what is on hand at each location, above zero.
/// - Throws: `DatabaseFault.constraint` when it is stocked at one of them already; `StaffRefusal.forbidden` below manager.
public func openStock(
    of variant: Variant.ID, _ units: [Location.ID: Int64], by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.manager)
    guard let first = units.keys.min() else { return }
    let lines = units.sorted { $0.key < $1.key }
    try lines.map { StockLine(variant, $0.value) }.verify()
    let document = try StockDocument.open(.receipt, at: first, note: "opening", by: actor, in: transaction, world: world)
    let targets = lines.map { (key: AccountKey.stock(variant, .available, at: $0.key, pool: 0), quantity: $0.value) }
    let posting = Posting(document.id.bits, reason: "stock.opened", by: actor.origin)
    try Ledger.openBalances(targets, from: .stock(variant, .world), as: posting, in: transaction, world: world)
    try StockOpened(variant: variant, locations: units.count).record(by: actor.origin, in: transaction, world: world)
}
