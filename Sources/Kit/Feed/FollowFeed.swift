import Database
import Essentials

/// What came of a follower's step.
enum FollowerStep: Sendable, Equatable {
    case nothingToDo
    /// It got on, or somebody else did. There may be more at once, or all is worked that was there.
    case moved(more: Bool)
    /// Another node works for it, or the next fact is not settled: look again then.
    case later(Duration)
}

extension Follower {
    /// How many facts it passes over at most, while it looks for those that concern it.
    static let reach = 5_000

    private enum Finding {
        case step(FollowerStep)
        case work(from: FeedPlace, upTo: FeedPlace, more: Bool, writing: Writing?)
    }

    /// Works the next facts, if there are any: looks at them on a snapshot, then writes what follows and moves the cursor,
    /// unless somebody else has moved it meanwhile.
    /// - Parameter node: who works, and has the follower to itself for a while; nobody's name passes over what others hold, and
    ///   leaves it to them.
    /// - Throws: what its work throws; then nothing has moved.
    func advance(as node: String?, in database: any Database, world: World) async throws -> FollowerStep {
        switch try await database.read({ try look(as: node, in: $0, world: world) }) {
        case .step(let step): return step
        case .work(let start, let end, let more, let writing):
            try await database.write { transaction in
                let state = try begin(in: transaction, world: world)
                guard state.cursor == start, state.wait(of: node, at: world.now) == nil else { return }
                try writing?(transaction, world)
                let now = world.now
                try transaction.run(
                    """
                    UPDATE follower SET xact = \(end.transaction), cursor = \(end.seq), failures = 0, error = NULL, retry_at = NULL,
                    moved_at = \(now), node = \(node ?? state.node), leased_until = \(node == nil ? state.leasedUntil : now + Self.lease)
                    WHERE name = \(name)
                    """)
            }
            return .moved(more: more)
        }
    }

    private func look(as node: String?, in snapshot: Snapshot, world: World) throws -> Finding {
        let state = try FollowerState.find(name, in: snapshot)
        let start = state?.cursor ?? .beginning
        let reach = max(Self.reach, batch)
        guard let end = try Feed.place(after: start, by: reach, in: snapshot) else {
            // Somebody may still be writing before the next ones.
            return .step(try Feed.isAnything(after: start, settled: false, in: snapshot) ? .later(.milliseconds(10)) : .nothingToDo)
        }
        if let wait = state?.wait(of: node, at: world.now) { return .step(.later(wait)) }
        let facts = try Feed.facts(after: start, upTo: end, on: topics, limit: batch, in: snapshot)
        let isFull = facts.count == batch
        return .work(
            from: start, upTo: isFull ? facts[batch - 1].place : end, more: isFull || start.distance(to: end) >= reach,
            writing: try prepare(facts, snapshot))
    }

    /// Works everything that there is, whoever else had begun with it and may still hold it.
    ///
    /// Its row is locked for each step, so that nothing is worked twice even beside a node that goes on.
    public func catchUp(in database: any Database, world: World) async throws {
        while true {
            switch try await advance(as: nil, in: database, world: world) {
            case .nothingToDo: return
            case .later(let wait): try await Task.sleep(for: wait)
            case .moved: continue
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
