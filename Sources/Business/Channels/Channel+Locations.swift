import Database
import Essentials
import Feed
import Places

extension Channel {
    /// The locations in their order, each once.
    /// - Throws: `ChannelsRefusal.unknownLocation` or `.archivedLocation`.
    static func sellable(_ locations: [Location.ID], in transaction: Transaction) throws -> [Location.ID] {
        let known = try Location.find(locations, in: transaction)
        var seen: Set<Location.ID> = []
        return try locations.filter { id in
            guard let location = known[id] else { throw ChannelsRefusal.unknownLocation }
            guard !location.isArchived else { throw ChannelsRefusal.archivedLocation(location.name) }
            return seen.insert(id).inserted
        }
    }

    /// Replaces the locations of a locked channel, and tells it.
    func putLocations(_ locations: [Location.ID], by origin: Origin, in transaction: Transaction, world: World) throws -> Channel {
        try transaction.run("DELETE FROM channel_location WHERE channel = \(id)")
        try Channel(row, locations: locations).insertLocations(in: transaction)
        let updated = try put("stock = \(stock)", at: world.now, in: transaction)
        try updated.recordUpdate(["locations"], by: origin, in: transaction, world: world)
        return updated
    }

    /// Many rows at a time, in sizes that repeat, so that few different statements need preparing.
    func insertLocations(in transaction: Transaction) throws {
        var rest = locations.enumerated().map { ($0.offset, $0.element) }[...]
        while !rest.isEmpty {
            var size = 256
            while size > rest.count { size /= 4 }
            let rows = rest.prefix(size).map { priority, location in "(\(id), \(priority), \(location))" as SQL }
            let values = rows.dropFirst().reduce(rows[0]) { $0 + ", " + $1 }
            try transaction.run("INSERT INTO channel_location (channel, priority, location) VALUES \(sql: values)")
            rest = rest.dropFirst(size)
        }
    }
}
