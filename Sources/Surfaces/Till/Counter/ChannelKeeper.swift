import Channels
import Database
import Feed
import Synchronization

/// Keeps the channels in memory, and reads them again once a fact says that one is another.
final class ChannelKeeper: Sendable {
    private struct State {
        var directory: ChannelDirectory?
        /// Counts the facts that outdated it; what was read before the latest one is not kept.
        var generation = 0
    }

    private let database: any Database
    private let state = Mutex(State())

    init(_ database: any Database) {
        self.database = database
    }

    func directory() async throws -> ChannelDirectory {
        let (kept, generation) = state.withLock { ($0.directory, $0.generation) }
        if let kept { return kept }
        let fresh = try await database.read { try ChannelDirectory.load(in: $0) }
        state.withLock { state in
            if state.generation == generation { state.directory = fresh }
        }
        return fresh
    }

    func hear(_ facts: [RecordedFact]) {
        guard facts.contains(where: { ChannelDirectory.isOutdated(by: $0) }) else { return }
        state.withLock { state in
            state.directory = nil
            state.generation += 1
        }
    }
}
