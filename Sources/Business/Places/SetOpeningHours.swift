import Database
import Essentials
import Staff

/// Sets when a location is open, if nobody changed it since `version` was read.
///
/// - Throws: `PlacesRefusal.changedMeanwhile`, `.unknownLocation`; `StaffRefusal.forbidden` without a manager's role there.
public func setOpeningHours(
    of id: Location.ID, to hours: OpeningHours, version: Int, by actor: Actor, in transaction: Transaction, world: World
) throws -> Location {
    try actor.require(.manager, at: id.bits)
    var draft = LocationDraft(try Location.lock(id, in: transaction))
    draft.hours = hours
    return try updateLocation(id, to: draft, version: version, by: actor, in: transaction, world: world)
}
