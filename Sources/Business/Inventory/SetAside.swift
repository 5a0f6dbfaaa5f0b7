import Catalog
import Database
import Essentials
import Feed
import Ledger
import Places
import Staff

/// Takes units out of sale without their leaving the location, as damaged or to be looked at; or puts them back.
/// - Parameters:
///   - source: where they are now: `.available` to set aside, `.damaged` or `.quality` to put back.
/// - Throws: `InventoryRefusal.sameState`, `.notToBeSetAside`; `.short` when fewer are there; `StaffRefusal.forbidden` without a role there.
@discardableResult
public func setAside(
    _ line: StockLine, from source: StockState = .available, as target: StockState, at location: Location.ID, pool: UInt128 = 0,
    note: String = "", by actor: Actor, in transaction: Transaction, world: World
) throws -> StockDocument {
    let apart: Set<StockState> = [.available, .damaged, .quality]
    try actor.require(.associate, at: location.bits)
    try [line].verify()
    guard source != target else { throw InventoryRefusal.sameState }
    guard apart.contains(source), apart.contains(target) else { throw InventoryRefusal.notToBeSetAside }
    let document = try StockDocument.open(.setAside, at: location, note: note, by: actor, in: transaction, world: world)
    let transfer = Transfer(
        line.quantity, from: .stock(line.variant, source, at: location, pool: pool),
        to: .stock(line.variant, target, at: location, pool: pool), leaving: 0)
    let posting = Posting(document.id.bits, reason: "stock.\(target == .available ? "put_back" : "set_aside")", by: actor.origin)
    try refusingAsStock { try Ledger.post([transfer], as: posting, in: transaction, world: world) }
    let free = (target == .available ? line.quantity : 0) - (source == .available ? line.quantity : 0)
    let move = StockMoved.Move(line.variant, at: location, pool: pool, free: free, onHand: 0)
    try StockMoved(by: document.id.bits, reason: posting.reason, moves: [move]).record(by: actor.origin, in: transaction, world: world)
    return document
}
