import Database
import Essentials

/// A list as somebody wants to see it again: its filters under a name, for everybody who works here.
public struct SavedView: Identified, Sendable, Equatable {
    public static let prefix = "viw"
    /// So many of one list.
    public static let most = 30

    public let id: ID
    /// `products`, `stock`: which list.
    public let list: String
    public let name: String
    /// The query of its address: `status=draft&search=lamp`.
    public let query: String

    /// Those of a list, by name.
    public static func of(_ list: String, in reading: some Reading) throws -> [SavedView] {
        try reading.rows("SELECT id, list, name, query FROM saved_view WHERE list = \(list) ORDER BY name_key, id LIMIT \(most)")
    }
}

extension SavedView: Readable {
    public init(row: inout Row) throws {
        id = try row.next()
        list = try row.next()
        name = try row.next()
        query = try row.next()
    }
}
