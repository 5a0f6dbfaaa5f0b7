import Database
import Essentials
import Feed
import Ledger
import Places
import Staff

/// Carries free units from one location to another, or from the shared stock to a channel's own and back, at once.
/// - Parameters:
///   - pool: whose units they are; 0 for the shared ones.
///   - owner: whose they are then; `nil` for no change.
/// - Throws: `InventoryRefusal.noPool` when they are to belong to a channel that has no stock of its own; `InventoryRefusal.short` when fewer are free, `.sameLocation`, `.quantity`;
///   `StaffRefusal.forbidden` without a role at both ends.
@discardableResult
public func moveStock(
    _ lines: [StockLine], from source: Location.ID, to target: Location.ID, pool: UInt128 = 0, into owner: UInt128? = nil,
    note: String = "", by actor: Actor,
    in transaction: Transaction, world: World
) throws -> StockDocument {
    try actor.require(.associate, at: source.bits)
    try actor.require(.associate, at: target.bits)
    let owner = owner ?? pool
    guard source != target || pool != owner else { throw InventoryRefusal.sameLocation }
    try lines.verify()
    try PoolShelf.open(lines.map(\.variant), at: target, pool: owner, in: transaction)
    let document = try StockDocument.open(.move, at: source, note: note, by: actor, in: transaction, world: world)
    let transfers = lines.map {
        Transfer(
            $0.quantity, from: .stock($0.variant, .available, at: source, pool: pool),
            to: .stock($0.variant, .available, at: target, pool: owner), leaving: 0)
    }
    let posting = Posting(document.id.bits, reason: "stock.moved", by: actor.origin)
    try refusingAsStock { try Ledger.post(transfers, as: posting, in: transaction, world: world) }
    let moves = lines.flatMap {
        [
            StockMoved.Move($0.variant, at: source, pool: pool, free: -$0.quantity, onHand: -$0.quantity),
            StockMoved.Move($0.variant, at: target, pool: owner, free: $0.quantity, onHand: $0.quantity),
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
