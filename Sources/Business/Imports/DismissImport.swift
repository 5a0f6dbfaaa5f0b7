import Database
import Essentials
import Staff

/// Puts an import aside that somebody has seen: home shows it no more.
/// - Throws: `ImportRefusal.unknown`; `StaffRefusal.forbidden` below manager.
public func dismissImport(_ id: ImportRun.ID, by actor: Actor, in transaction: Transaction, world: World) throws {
    try actor.require(.manager)
    let changed = try transaction.rowsChanged(
        by: "UPDATE import_run SET dismissed_at = COALESCE(dismissed_at, \(world.now)) WHERE id = \(id)")
    guard changed == 1 else { throw ImportRefusal.unknown }
}
