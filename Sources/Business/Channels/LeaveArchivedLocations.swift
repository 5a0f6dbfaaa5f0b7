import Database
import Essentials
import Feed
import Places

extension Follower {
    /// Takes a location that was put away off every channel that sold from it.
    public static let leaveArchivedLocations = Follower("channels.locations", topics: [LocationArchived.topic]) {
        facts, transaction, world in
        for fact in facts {
            let location = Location.ID(bits: fact.subject)
            let origin = Origin(actor: "system:channels", cause: fact.seq)
            let channels = try transaction.values(
                "SELECT channel FROM channel_location WHERE location = \(location) ORDER BY channel", as: Channel.ID.self)
            for id in channels {
                let channel = try Channel.lock(id, in: transaction)
                let rest = channel.locations.filter { $0 != location }
                _ = try channel.putLocations(rest, by: origin, in: transaction, world: world)
            }
        }
    }
}
