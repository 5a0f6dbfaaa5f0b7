import Database
import Essentials
import Places
import Staff

extension Channel {
    /// The channels that sell from a location, or from an archived one those that did until then; the oldest first, archived
    /// channels left out.
    public static func selling(from location: Location, in snapshot: some Reading) throws -> [(id: ID, name: String)] {
        var selling: SQL = "SELECT channel FROM channel_location WHERE location = \(location.id)"
        if location.isArchived { selling += " UNION SELECT channel FROM channel_location_left WHERE location = \(location.id)" }
        return try snapshot.rows(
            "SELECT id, name FROM channel WHERE archived_at IS NULL AND id IN (\(sql: selling)) ORDER BY created_at, id"
        ) { try (id: $0.next(ID.self), name: $0.next()) }
    }
}

/// Lets channels that sold from a location until it was archived sell from it again, each at the place that it had; the others
/// of them forget it. Doing it twice is doing it once.
///
/// - Throws: `ChannelsRefusal.archivedLocation` while it is not back, `.unknownLocation`, `.unknownChannel`;
///   `StaffRefusal.forbidden` without a manager's role everywhere.
public func returnToChannels(
    _ location: Location.ID, _ channels: Set<Channel.ID>, by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.manager)
    _ = try Channel.sellable([location], in: transaction)
    for id in channels.sorted() {
        let channel = try Channel.lock(id, in: transaction)
        let left = try transaction.value(
            "SELECT priority FROM channel_location_left WHERE location = \(location) AND channel = \(id)", as: Int.self)
        guard let left, !channel.sells(from: location) else { continue }
        var locations = channel.locations
        locations.insert(location, at: min(left, locations.count))
        try Audit.record("channel.changed", about: id, by: actor, in: transaction, world: world)
        _ = try channel.putLocations(locations, by: actor.origin, in: transaction, world: world)
    }
    try transaction.run("DELETE FROM channel_location_left WHERE location = \(location)")
}
