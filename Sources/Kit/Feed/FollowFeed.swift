import Database
import Essentials

/// What a follower finds when it looks.
enum FollowerStep: Sendable, Equatable {
    case nothingToDo
    /// There may be more at once.
    case more
    /// Another node works for it, or the next fact is not settled: look again then.
    case later(Duration)
}

extension Follower {
    /// How many facts that concern it one transaction takes.
    static let batch = 200
    /// How many it passes over at most, while it looks for those.
    static let reach = 5_000

    /// What there is to do, without touching anything.
    /// - Parameter node: who asks; nobody's name passes over what others hold.
    func look(as node: String?, in snapshot: Snapshot, world: World) throws -> FollowerStep {
        let state = try FollowerState.find(name, in: snapshot)
        let cursor = state?.cursor ?? .beginning
        guard try Feed.isAnything(after: cursor, settled: true, in: snapshot) else {
            // Somebody is still writing before them.
            return try Feed.isAnything(after: cursor, settled: false, in: snapshot) ? .later(.milliseconds(10)) : .nothingToDo
        }
        return state?.wait(of: node, at: world.now).map { .later($0) } ?? .more
    }

    /// Works the next facts, if there are any.
    /// - Parameter node: who works, and has the follower to itself for a while; nobody's name leaves it to whoever has it.
    /// - Throws: what its work throws; then nothing has moved.
    func advance(as node: String?, in database: any Database, world: World) async throws -> FollowerStep {
        try await database.write { transaction in
            let state = try begin(in: transaction, world: world)
            if let wait = state.wait(of: node, at: world.now) { return .later(wait) }
            guard let end = try Feed.place(after: state.cursor, by: Self.reach, in: transaction) else { return .nothingToDo }
            let facts = try Feed.facts(after: state.cursor, upTo: end, on: topics, limit: Self.batch, in: transaction)
            if !facts.isEmpty { try work(facts, transaction, world) }
            let last = facts.count == Self.batch ? facts[facts.count - 1].place : end
            let now = world.now
            try transaction.run(
                """
                UPDATE follower SET xact = \(last.transaction), cursor = \(last.seq), failures = 0, error = NULL, retry_at = NULL,
                moved_at = \(now), node = \(node ?? state.node), leased_until = \(node == nil ? state.leasedUntil : now + Self.lease)
                WHERE name = \(name)
                """)
            return facts.count == Self.batch ? .more : .nothingToDo
        }
    }

    /// Works everything that there is, whoever else had begun with it and may still hold it.
    ///
    /// Its row is locked for each step, so that nothing is worked twice even beside a node that goes on.
    public func catchUp(in database: any Database, world: World) async throws {
        while true {
            switch try await database.read({ try look(as: nil, in: $0, world: world) }) {
            case .nothingToDo: return
            case .later(let wait): try await Task.sleep(for: wait)
            case .more: _ = try await advance(as: nil, in: database, world: world)
            }
        }
    }

    /// Keeps the failure for people to see, and says how long to wait: 1 s, doubled each time up to 5 minutes.
    func fail(_ error: any Error, as node: String, in database: any Database, world: World) async throws -> Duration {
        let sentence = (error as? DatabaseFault)?.description ?? (error as? any Refusal)?.message ?? String(describing: error)
        return try await database.write { transaction in
            let failures = try begin(in: transaction, world: world).failures + 1
            let wait = min(Duration.seconds(Int64(1) << min(failures - 1, 10)), .minutes(5))
            let retryAt = world.now + wait
            try transaction.run(
                """
                UPDATE follower SET failures = \(failures), error = \(String(sentence.prefix(500))), retry_at = \(retryAt),
                node = \(node), leased_until = \(retryAt + Self.lease)
                WHERE name = \(name)
                """)
            return wait
        }
    }

    /// Lets another node go on at once.
    func handOver(from node: String, in database: any Database) async throws {
        let isOurs = try await database.read { try FollowerState.find(name, in: $0)?.node == node }
        guard isOurs else { return }
        try await database.write {
            try $0.run("UPDATE follower SET leased_until = NULL WHERE name = \(name) AND node = \(node)")
        }
    }

    private func begin(in transaction: Transaction, world: World) throws -> FollowerState {
        if let state = try FollowerState.lock(name, in: transaction) { return state }
        try transaction.run(
            """
            INSERT INTO follower (name, cursor, failures, moved_at) VALUES (\(name), 0, 0, \(world.now)) ON CONFLICT (name) DO NOTHING
            """)
        guard let state = try FollowerState.lock(name, in: transaction) else {
            throw DatabaseFault.engine("the follower “\(name)” could not begin")
        }
        return state
    }
}
