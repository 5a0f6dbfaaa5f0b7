import Database
import Essentials
import Feed
import Staff

/// Puts a location away: it keeps its number, its stock and its past, and is offered nowhere. Doing it twice is doing it once.
///
/// - Throws: `PlacesRefusal.unknownLocation`; `StaffRefusal.forbidden` without a manager's role everywhere.
public func archiveLocation(_ id: Location.ID, by actor: Actor, in transaction: Transaction, world: World) throws -> Location {
    try actor.require(.manager)
    let location = try Location.lock(id, in: transaction)
    guard !location.isArchived else { return location }
    let archived = try location.put(archivedAt: world.now, at: world.now, in: transaction)
    try LocationArchived(location: id).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("location.archived", about: id, by: actor, in: transaction, world: world)
    return archived
}

extension Location {
    func put(archivedAt: Instant?, at now: Instant, in transaction: Transaction) throws -> Location {
        let changed = try transaction.row(
            """
            UPDATE location SET archived_at = \(archivedAt), version = version + 1, updated_at = \(now) WHERE id = \(id)
            RETURNING \(sql: Location.columns)
            """, as: Location.self)
        guard let changed else { throw PlacesRefusal.unknownLocation }
        return changed
    }
}
