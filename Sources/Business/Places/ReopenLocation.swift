import Database
import Essentials
import Feed
import Staff

/// Takes an archived location into use again. Doing it twice is doing it once.
///
/// - Throws: `PlacesRefusal.unknownLocation`; `StaffRefusal.forbidden` without a manager's role everywhere.
public func reopenLocation(_ id: Location.ID, by actor: Actor, in transaction: Transaction, world: World) throws -> Location {
    try actor.require(.manager)
    let location = try Location.lock(id, in: transaction)
    guard location.isArchived else { return location }
    let reopened = try location.put(archivedAt: nil, at: world.now, in: transaction)
    try LocationReopened(location: id).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("location.reopened", about: id, by: actor, in: transaction, world: world)
    return reopened
}
