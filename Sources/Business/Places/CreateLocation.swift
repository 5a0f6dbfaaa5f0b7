import Database
import Essentials
import Feed
import Staff

/// Adds a location.
///
/// - Throws: `PlacesRefusal.codeTaken` when another one has its number, also an archived one; `PlacesRefusal` for what
///   cannot be; `StaffRefusal.forbidden` without a manager's role everywhere.
public func createLocation(
    _ draft: LocationDraft, by actor: Actor, in transaction: Transaction, world: World
) throws -> Location {
    try actor.require(.manager)
    let location = try draft.checked().insert(as: world.id(), at: world.now, in: transaction)
    try LocationCreated(location: location.id, kind: location.kind.rawValue).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("location.created", about: location.id, by: actor, in: transaction, world: world)
    return location
}
