import Database
import Essentials

/// Something that follows the feed and keeps its own tables by it.
///
/// Its cursor moves in the transaction in which it does its work: each fact is worked exactly once.
public struct Follower: Sendable {
    /// `orders.endangered`: the slice, and what it keeps.
    public let name: String
    /// The topics that concern it; it passes over the others.
    public let topics: Set<String>
    let work: @Sendable ([RecordedFact], Transaction, World) throws -> Void

    public init(
        _ name: String, topics: Set<String>, work: @escaping @Sendable ([RecordedFact], Transaction, World) throws -> Void
    ) {
        self.name = name
        self.topics = topics
        self.work = work
    }
}

/// How a follower stands.
public struct FollowerState: Sendable, Equatable, Readable {
    public let name: String
    public let cursor: Int64
    /// How often it has failed since it last got on.
    public let failures: Int
    public let error: String?
    public let retryAt: Instant?
    public let movedAt: Instant

    public init(row: inout Row) throws {
        name = try row.next()
        cursor = try row.next()
        failures = try row.next()
        error = try row.next()
        retryAt = try row.next()
        movedAt = try row.next()
    }

    static let columns: SQL = "name, cursor, failures, error, retry_at, moved_at"

    public static func all(in snapshot: some Reading) throws -> [FollowerState] {
        try snapshot.rows("SELECT \(sql: columns) FROM follower ORDER BY name", as: FollowerState.self)
    }

    static func find(_ name: String, in snapshot: some Reading) throws -> FollowerState? {
        try snapshot.row("SELECT \(sql: columns) FROM follower WHERE name = \(name) FOR UPDATE", as: FollowerState.self)
    }
}
