import Database
import Essentials
import Feed
import Places

extension Follower {
    /// Takes a location that was put away off every channel that sold from it, and remembers its place there, for the day when
    /// it comes back. One that has come back already keeps its places.
    public static let leaveArchivedLocations = Follower("channels.locations", topics: [LocationArchived.topic]) {
        facts, transaction, world in
        for fact in facts {
            let location = Location.ID(bits: fact.subject)
            guard try Location.find(location, in: transaction)?.isArchived == true else { continue }
            let origin = Origin(actor: "system:channels", cause: fact.seq)
            let channels = try transaction.values(
                "SELECT channel FROM channel_location WHERE location = \(location) ORDER BY channel", as: Channel.ID.self)
            for id in channels {
                let channel = try Channel.lock(id, in: transaction)
                guard let priority = channel.locations.firstIndex(of: location) else { continue }
                try transaction.run(
                    """
                    INSERT INTO channel_location_left (location, channel, priority) VALUES (\(location), \(id), \(priority))
                    ON CONFLICT (location, channel) DO UPDATE SET priority = excluded.priority
                    """)
                let rest = channel.locations.filter { $0 != location }
                _ = try channel.putLocations(rest, by: origin, in: transaction, world: world)
            }
        }
    }
}
