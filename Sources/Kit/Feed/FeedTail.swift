import Database
import Essentials
import Synchronization

/// The newest facts, as they become durable: for what a process keeps in memory, such as rendered pages and live streams.
///
/// Facts of this process are handed on after their commit and before their writer is answered, without being read again;
/// those of other processes are read from the feed. Each is heard once, in order. The tail begins at the present:
/// what must not miss anything is a `Follower`.
public final class FeedTail: Sendable {
    private struct State {
        var last: Int64
        /// Facts of another process came between: until they are read, nothing is handed on directly.
        var isBehind = false
        var observers: [@Sendable ([RecordedFact]) -> Void] = []
    }

    private let database: any Database
    private let state: Mutex<State>
    private let nudges: AsyncStream<Void>
    private let nudge: AsyncStream<Void>.Continuation

    public init(of database: any Database) async throws {
        self.database = database
        let last = try await database.read { try Feed.last(in: $0) }
        state = Mutex(State(last: last))
        (nudges, nudge) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        database.afterCommit { [weak self] notes in self?.committed(notes.compactMap { $0 as? RecordedFact }) }
    }

    /// Calls `observer` with each batch of new facts, in the order of the feed. It must be quick and must not write.
    public func observe(_ observer: @escaping @Sendable ([RecordedFact]) -> Void) {
        state.withLock { $0.observers.append(observer) }
    }

    /// Reads what other processes add, until the task is cancelled.
    public func run() async {
        let commits = database.foreignCommits()
        // What was committed before anybody listened is read first.
        fallBehind()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in commits { self.fallBehind() }
            }
            group.addTask {
                for await _ in self.nudges { await self.catchUp() }
            }
            await withTaskCancellationHandler {
                await group.waitForAll()
            } onCancel: {
                nudge.finish()
            }
            group.cancelAll()
        }
    }

    private func fallBehind() {
        state.withLock { $0.isBehind = true }
        nudge.yield()
    }

    private func committed(_ facts: [RecordedFact]) {
        guard let first = facts.first, let last = facts.last else { return }
        state.withLock { state in
            // Read from the feed already, on the way to what others added.
            guard last.seq > state.last else { return }
            guard !state.isBehind, first.seq == state.last + 1 else {
                state.isBehind = true
                nudge.yield()
                return
            }
            state.last = last.seq
            for observer in state.observers { observer(facts) }
        }
    }

    private func catchUp() async {
        while true {
            let from = state.withLock { $0.last }
            guard let facts = try? await database.read({ try Feed.facts(after: from, limit: 500, in: $0) }) else { return }
            let isDone = state.withLock { state in
                guard state.last == from else { return false }
                if let last = facts.last {
                    state.last = last.seq
                    for observer in state.observers { observer(facts) }
                    return false
                }
                state.isBehind = false
                return true
            }
            if isDone { return }
        }
    }
}
