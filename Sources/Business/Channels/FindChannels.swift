import Database
import Essentials
import Places

/// Every read takes two statements, one for the channels and one for all their locations.
extension Channel {
    public static func find(_ id: ID, in snapshot: some Reading) throws -> Channel? {
        try matching("id = \(id)", in: snapshot).first
    }

    public static func find(handle: String, in snapshot: some Reading) throws -> Channel? {
        try matching("handle = \(handle)", in: snapshot).first
    }

    /// Those that exist.
    public static func find(_ ids: some Swift.Collection<ID>, in snapshot: some Reading) throws -> [ID: Channel] {
        let found = try matching("id IN \(list: ids)", in: snapshot)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    }

    /// Every channel that is not archived, oldest first.
    public static func all(in snapshot: some Reading, archived: Bool = false) throws -> [Channel] {
        try matching(archived ? "TRUE" : "archived_at IS NULL", in: snapshot)
    }

    private static func matching(_ condition: SQL, in snapshot: some Reading) throws -> [Channel] {
        let rows = try snapshot.rows(
            "SELECT \(sql: ChannelRow.columns) FROM channel WHERE \(sql: condition) ORDER BY created_at, id", as: ChannelRow.self)
        return try with(rows, in: snapshot)
    }

    static func with(_ rows: [ChannelRow], in snapshot: some Reading) throws -> [Channel] {
        guard !rows.isEmpty else { return [] }
        var locations: [ID: [Location.ID]] = [:]
        try snapshot.each(
            "SELECT channel, location FROM channel_location WHERE channel IN \(list: rows.map(\.id)) ORDER BY channel, priority"
        ) { row in
            let channel = try row.next(ID.self)
            locations[channel, default: []].append(try row.next())
        }
        return rows.map { Channel($0, locations: locations[$0.id] ?? []) }
    }
}
