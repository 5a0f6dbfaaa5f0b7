import Database
import Essentials
import Logging

extension Follower {
    /// How many facts one transaction takes.
    static let batch = 200

    /// Works the next facts, if there are any.
    /// - Returns: whether there may be more at once.
    /// - Throws: what its work throws; then nothing has moved.
    func advance(in database: any Database, world: World) async throws -> Bool {
        try await database.write { transaction in
            let state = try begin(in: transaction, world: world)
            let facts = try Feed.facts(after: state.cursor, limit: Self.batch, in: transaction)
            guard let last = facts.last else { return false }
            let concerning = facts.filter { topics.contains($0.topic) }
            if !concerning.isEmpty { try work(concerning, transaction, world) }
            try transaction.run(
                """
                UPDATE follower SET cursor = \(last.seq), failures = 0, error = NULL, retry_at = NULL, moved_at = \(world.now)
                WHERE name = \(name)
                """)
            return facts.count == Self.batch
        }
    }

    /// Whether there are facts behind its cursor.
    func isBehind(in snapshot: some Reading) throws -> Bool {
        let cursor: Int64 = try snapshot.value("SELECT cursor FROM follower WHERE name = \(name)") ?? 0
        return try snapshot.exists("SELECT 1 FROM fact WHERE seq > \(cursor) LIMIT 1")
    }

    /// Keeps the failure for people to see, and says how long to wait: 1 s, doubled each time up to 5 minutes.
    func fail(_ error: any Error, in database: any Database, world: World) async throws -> Duration {
        let sentence = (error as? DatabaseFault)?.description ?? (error as? any Refusal)?.message ?? String(describing: error)
        return try await database.write { transaction in
            let failures = try begin(in: transaction, world: world).failures + 1
            let wait = min(Duration.seconds(Int64(1) << min(failures - 1, 10)), .minutes(5))
            try transaction.run(
                """
                UPDATE follower SET failures = \(failures), error = \(String(sentence.prefix(500))), retry_at = \(world.now + wait)
                WHERE name = \(name)
                """)
            return wait
        }
    }

    private func begin(in transaction: Transaction, world: World) throws -> FollowerState {
        if let state = try FollowerState.find(name, in: transaction) { return state }
        try transaction.run(
            """
            INSERT INTO follower (name, cursor, failures, moved_at) VALUES (\(name), 0, 0, \(world.now)) ON CONFLICT (name) DO NOTHING
            """)
        guard let state = try FollowerState.find(name, in: transaction) else {
            throw DatabaseFault.engine("the follower “\(name)” could not begin")
        }
        return state
    }
}

/// Lets each follower work on its own: one that fails is tried again later and holds up no other.
public struct FollowerRunner: Sendable {
    private static let passingOver = Duration.seconds(5)

    private let followers: [Follower]
    private let database: any Database
    private let tail: FeedTail
    private let world: World
    private let logger: Logger

    public init(_ followers: [Follower], on database: any Database, tail: FeedTail, world: World, logger: Logger) {
        self.followers = followers
        self.database = database
        self.tail = tail
        self.world = world
        self.logger = logger
    }

    /// Works until the task is cancelled.
    public func run() async {
        await withTaskGroup(of: Void.self) { group in
            for follower in followers {
                let (nudges, nudge) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
                tail.observe { facts in
                    if facts.contains(where: { follower.topics.contains($0.topic) }) { nudge.yield() }
                }
                nudge.yield()
                group.addTask { await follow(follower, nudges) }
                // Facts that do not concern it are passed over now and then, so that it does not seem to be behind.
                group.addTask {
                    while !Task.isCancelled {
                        try? await Task.sleep(for: Self.passingOver)
                        nudge.yield()
                    }
                }
            }
        }
    }

    private func follow(_ follower: Follower, _ nudges: AsyncStream<Void>) async {
        for await _ in nudges {
            var wait: Duration?
            repeat {
                wait = await work(follower)
                if let wait { try? await Task.sleep(for: wait) }
            } while wait != nil && !Task.isCancelled
        }
    }

    /// Works until nothing is left, and returns nil, or until it fails, and returns how long to wait.
    private func work(_ follower: Follower) async -> Duration? {
        do {
            guard try await database.read({ try follower.isBehind(in: $0) }) else { return nil }
            while try await follower.advance(in: database, world: world), !Task.isCancelled {}
            return nil
        } catch DatabaseFault.closed {
            return nil
        } catch {
            logger.error("a follower failed", metadata: ["follower": "\(follower.name)", "error": "\(error)"])
            return (try? await follower.fail(error, in: database, world: world)) ?? .seconds(5)
        }
    }
}
