import Database
import Essentials

/// Something that follows the feed and keeps its own tables by it.
///
/// Its cursor moves in the transaction in which it does its work: each fact is worked exactly once. One node at a time works
/// for it; when that node dies, another takes over within `lease`.
public struct Follower: Sendable {
    /// What follows from some facts, to be written together with the cursor.
    public typealias Writing = @Sendable (Transaction, World) throws -> Void

    /// `orders.endangered`: the slice, and what it keeps.
    public let name: String
    /// The topics that concern it; it passes over the others.
    public let topics: Set<String>
    /// How long it gathers facts before it works again: each time is a transaction of its own.
    let pace: Duration
    /// How many facts that concern it one transaction takes.
    let batch: Int
    let prepare: @Sendable ([RecordedFact], Snapshot) throws -> Writing?

    /// For how long a node that has worked has a follower to itself.
    public static let lease = Duration.seconds(4)

    /// One whose work is short: it is done in the transaction, which others wait for.
    public init(
        _ name: String, topics: Set<String>, work: @escaping @Sendable ([RecordedFact], Transaction, World) throws -> Void
    ) {
        self.init(name, topics: topics, pace: .milliseconds(100), batch: 200) { facts, _ -> Writing? in
            guard !facts.isEmpty else { return nil }
            return { transaction, world in try work(facts, transaction, world) }
        }
    }

    /// One that looks long before it writes, on a snapshot for which nobody waits.
    ///
    /// Nobody else writes for this follower between the snapshot and the writing. Whatever others write meanwhile has its
    /// own facts, which come next.
    /// - Parameters:
    ///   - pace: how long it gathers facts, so as to look once at what changes often.
    ///   - batch: how many facts it takes at once.
    ///   - prepare: what is to be written, if anything.
    public init(
        _ name: String, topics: Set<String>, pace: Duration, batch: Int,
        preparing prepare: @escaping @Sendable ([RecordedFact], Snapshot) throws -> Writing?
    ) {
        self.name = name
        self.topics = topics
        self.pace = pace
        self.batch = batch
        self.prepare = prepare
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
