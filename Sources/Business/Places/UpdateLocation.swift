import Database
import Essentials
import Feed
import Staff

/// Changes a location to what the draft says, if nobody changed it since `version` was read. A draft that changes
/// nothing leaves the version and the feed alone.
///
/// - Throws: `PlacesRefusal.changedMeanwhile`, `.codeTaken`, `.unknownLocation` and for what cannot be;
///   `StaffRefusal.forbidden` without a manager's role there.
public func updateLocation(
    _ id: Location.ID, to draft: LocationDraft, version: Int, by actor: Actor, in transaction: Transaction, world: World
) throws -> Location {
    try actor.require(.manager, at: id.bits)
    let draft = try draft.checked()
    let location = try Location.lock(id, in: transaction)
    guard location.version == version else { throw PlacesRefusal.changedMeanwhile }
    let changed = draft.changes(to: location)
    guard !changed.isEmpty else { return location }
    if draft.code != location.code, try Location.find(code: draft.code, in: transaction) != nil {
        throw PlacesRefusal.codeTaken(draft.code)
    }
    let updated = try draft.update(location, at: world.now, in: transaction)
    try LocationUpdated(location: id, version: updated.version, changed: changed)
        .record(by: actor.origin, in: transaction, world: world)
    try Audit.record("location.changed", about: id, by: actor, in: transaction, world: world)
    return updated
}
