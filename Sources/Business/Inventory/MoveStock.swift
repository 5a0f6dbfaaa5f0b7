import Database
import Essentials
import Feed
import Ledger
import Places
import Staff

/// Carries free units from one location to another, at once.
/// - Throws: `InventoryRefusal.short` when fewer are free, `.sameLocation`, `.quantity`;
///   `StaffRefusal.forbidden` without a role at both ends.
@discardableResult
public func moveStock(
    _ lines: [StockLine], from source: Location.ID, to target: Location.ID, pool: UInt128 = 0, note: String = "", by actor: Actor,
    in transaction: Transaction, world: World
) throws -> StockDocument {
    try actor.require(.associate, at: source.bits)
    try actor.require(.associate, at: target.bits)
    guard source != target else { throw InventoryRefusal.sameLocation }
    try lines.verify()
    let document = try StockDocument.open(.move, at: source, note: note, by: actor, in: transaction, world: world)
    let transfers = lines.map {
        Transfer(
            $0.quantity, from: .stock($0.variant, .available, at: source, pool: pool),
            to: .stock($0.variant, .available, at: target, pool: pool))
    }
    let posting = Posting(document.id.bits, reason: "stock.moved", by: actor.origin)
    try refusingAsStock { try Ledger.post(transfers, as: posting, in: transaction, world: world) }
    let moves = lines.flatMap {
        [
            StockMoved.Move($0.variant, at: source, pool: pool, free: -$0.quantity, onHand: -$0.quantity),
            StockMoved.Move($0.variant, at: target, pool: pool, free: $0.quantity, onHand: $0.quantity),
        ]
    }
    try StockMoved(by: document.id.bits, reason: posting.reason, moves: moves).record(by: actor.origin, in: transaction, world: world)
    return document
}

/// A shortage that the ledger reports is one of units here.
func refusingAsStock<T>(_ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch let refusal as LedgerRefusal {
        throw refusal.asStock ?? refusal
    }
}
