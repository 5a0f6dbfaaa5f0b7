import Catalog
import Database
import Essentials
import Feed
import Ledger
import Places
import Staff

/// Why a quantity in the books was not the one on the shelf.
public enum AdjustmentReason: String, Sendable, CaseIterable {
    case counted, found, lost, stolen, broken, correction
}

/// Sets what is on hand at a location, if it is still what the person saw.
///
/// Units that come or go do so from and to the world. What is kept for checkouts and orders stays kept.
/// - Parameters:
///   - seen: what was on hand when the person looked.
///   - counted: what is there.
/// - Throws: `InventoryRefusal.changedMeanwhile` when it is another number by now; `.promised` when units would go
///   that are kept for others; `StaffRefusal.forbidden` without a role there.
@discardableResult
public func adjustStock(
    _ variant: Variant.ID, at location: Location.ID, pool: UInt128 = 0, from seen: Int64, to counted: Int64,
    because reason: AdjustmentReason, note: String = "", by actor: Actor, in transaction: Transaction, world: World
) throws -> StockDocument? {
    try actor.require(.associate, at: location.bits)
    guard counted >= 0, counted <= [StockLine].most else { throw InventoryRefusal.quantity }
    let shelf = AccountKey.stock(variant, .available, at: location, pool: pool)
    let free = try Ledger.lock([shelf], in: transaction)[shelf]?.free ?? 0
    let level = try StockLevel.find(variant, at: location, pool: pool, in: transaction)
    guard level.onHand == seen else { throw InventoryRefusal.changedMeanwhile(now: level.onHand) }
    try transaction.run("DELETE FROM count_due WHERE location = \(location) AND variant = \(variant) AND pool = \(pool)")
    let change = counted - seen
    guard change != 0 else { return nil }
    try PoolShelf.note([variant], at: location, pool: pool, in: transaction)
    guard change > 0 || free + change >= 0 else { throw InventoryRefusal.promised(free: max(0, free)) }

    let document = try StockDocument.open(.adjustment, at: location, note: note, by: actor, in: transaction, world: world)
    let elsewhere = AccountKey.stock(variant, .world)
    let transfer = change > 0 ? Transfer(change, from: elsewhere, to: shelf) : Transfer(-change, from: shelf, to: elsewhere)
    let posting = Posting(document.id.bits, reason: "stock." + reason.rawValue, by: actor.origin)
    try Ledger.post([transfer], as: posting, in: transaction, world: world)
    let move = StockMoved.Move(variant, at: location, pool: pool, free: change, onHand: change)
    try StockMoved(by: document.id.bits, reason: posting.reason, moves: [move]).record(by: actor.origin, in: transaction, world: world)
    return document
}
