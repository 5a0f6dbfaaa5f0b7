import Database
import Essentials
import Places
import Staff

/// Sets where a channel sells from, the first one first, if nobody changed it since `version` was read. A location that
/// is named twice keeps its first place.
///
/// - Throws: `ChannelsRefusal.unknownLocation`, `.archivedLocation`, `.changedMeanwhile`, `.unknownChannel`;
///   `StaffRefusal.forbidden` without a manager's role everywhere.
public func setChannelLocations(
    of id: Channel.ID, to locations: [Location.ID], version: Int, by actor: Actor, in transaction: Transaction, world: World
) throws -> Channel {
    try actor.require(.manager)
    let channel = try Channel.lock(id, version: version, in: transaction)
    let locations = try Channel.sellable(locations, in: transaction)
    guard locations != channel.locations else { return channel }
    try Audit.record("channel.changed", about: id, by: actor, in: transaction, world: world)
    return try channel.putLocations(locations, by: actor.origin, in: transaction, world: world)
}
