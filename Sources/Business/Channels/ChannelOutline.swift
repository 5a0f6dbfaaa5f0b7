import Database
import Essentials
import Places

/// A channel where only its name is wanted, or where it sells from first: read without its locations, of which it may have
/// thousands.
public struct ChannelOutline: Sendable, Equatable {
    public let id: Channel.ID
    public let name: String
    public let isArchived: Bool
    let kind: Channel.Kind
    let handle: String
    /// The location that it sells from first; `nil` when it sells from nowhere.
    let first: Location.ID?

    /// Every channel, archived ones included, the oldest first: one statement.
    public static func all(in snapshot: some Reading) throws -> [ChannelOutline] {
        try snapshot.rows(
            """
            SELECT c.id, c.name, c.archived_at IS NOT NULL, c.kind, c.handle, p.location
            FROM channel c LEFT JOIN channel_location p ON p.channel = c.id AND p.priority = 0
            ORDER BY c.created_at, c.id
            """
        ) { row in
            try ChannelOutline(
                id: row.next(), name: row.next(), isArchived: row.next(), kind: row.next(), handle: row.next(), first: row.next())
        }
    }
}

extension [ChannelOutline] {
    public var names: [Channel.ID: String] {
        Dictionary(map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// The location by whose clock the shop lives when nobody said by which: the first one that the web shop sells from, else
    /// another web channel's, else the oldest channel's; `nil` while nothing is sold from anywhere.
    public var leadingLocation: Location.ID? {
        let open = filter { !$0.isArchived && $0.first != nil }
        let web = open.filter { $0.kind == .web }
        return (web.first { $0.handle == "web" } ?? web.first ?? open.first)?.first
    }
}
