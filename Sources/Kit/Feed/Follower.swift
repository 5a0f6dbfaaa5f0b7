import Database
import Essentials

/// Something that follows the feed and keeps its own tables by it.
///
/// Its cursor moves in the transaction in which it does its work: each fact is worked exactly once. One node at a time works
/// for it; when that node dies, another takes over within `lease`.
public struct Follower: Sendable {
    /// `orders.endangered`: the slice, and what it keeps.
    public let name: String
    /// The topics that concern it; it passes over the others.
    public let topics: Set<String>
    let work: @Sendable ([RecordedFact], Transaction, World) throws -> Void

    /// For how long a node that has worked has a follower to itself.
    public static let lease = Duration.seconds(4)

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
    public let cursor: FeedPlace
    /// How often it has failed since it last got on.
    public let failures: Int
    public let error: String?
    public let retryAt: Instant?
    public let movedAt: Instant
    /// Who worked for it last, and until when nobody else does.
    public let node: String?
    public let leasedUntil: Instant?

    public init(row: inout Row) throws {
        name = try row.next()
        cursor = try FeedPlace(row: &row)
        failures = try row.next()
        error = try row.next()
        retryAt = try row.next()
        movedAt = try row.next()
        node = try row.next()
        leasedUntil = try row.next()
    }

    static let columns: SQL = "name, xact, cursor, failures, error, retry_at, moved_at, node, leased_until"

    public static func all(in snapshot: some Reading) throws -> [FollowerState] {
        try snapshot.rows("SELECT \(sql: columns) FROM follower ORDER BY name", as: FollowerState.self)
    }

    static func find(_ name: String, in snapshot: Snapshot) throws -> FollowerState? {
        try snapshot.row("SELECT \(sql: columns) FROM follower WHERE name = \(name)", as: FollowerState.self)
    }

    static func lock(_ name: String, in transaction: Transaction) throws -> FollowerState? {
        try transaction.row("SELECT \(sql: columns) FROM follower WHERE name = \(name) FOR UPDATE", as: FollowerState.self)
    }

    /// For how long another node than this one has it to itself; whoever has no name waits for nobody.
    func wait(of node: String?, at now: Instant) -> Duration? {
        guard let node, let holder = self.node, holder != node, let leasedUntil, leasedUntil > now else { return nil }
        return leasedUntil - now
    }
}
