import Database
import Essentials
import Feed
import Ledger
import Places
import Staff

/// Puts a delivery on the shelf of a location: from the supplier, free to be sold.
/// - Parameters:
///   - pool: the channel that keeps it for itself; 0 for the shared stock.
///   - note: in the person's words, such as the delivery's number.
/// - Throws: `StaffRefusal.forbidden` without a role there; `InventoryRefusal.quantity`; `.noPool` for a
///   channel that has no stock of its own.
@discardableResult
public func receiveStock(
    _ lines: [StockLine], at location: Location.ID, pool: UInt128 = 0, note: String = "", by actor: Actor,
    in transaction: Transaction, world: World
) throws -> StockDocument {
    try actor.require(.associate, at: location.bits)
    try lines.verify()
    try PoolShelf.open(lines.map(\.variant), at: location, pool: pool, in: transaction)
    let document = try StockDocument.open(.receipt, at: location, note: note, by: actor, in: transaction, world: world)
    let transfers = lines.map {
        Transfer($0.quantity, from: .stock($0.variant, .supplier), to: .stock($0.variant, .available, at: location, pool: pool))
    }
    let posting = Posting(document.id.bits, reason: "stock.received", by: actor.origin)
    try Ledger.post(transfers, as: posting, in: transaction, world: world)
    let moves = lines.map { StockMoved.Move($0.variant, at: location, pool: pool, free: $0.quantity, onHand: $0.quantity) }
    try StockMoved(by: document.id.bits, reason: posting.reason, moves: moves).record(by: actor.origin, in: transaction, world: world)
    return document
}
