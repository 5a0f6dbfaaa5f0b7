import Database
import Essentials
import Synchronization

/// The newest facts, as they become durable: for what a process keeps in memory, such as rendered pages and live streams.
///
/// Facts of this process are told at once, after their commit and before their writer is answered, without being read
/// again; those of other processes are read from the feed. Whoever needs the feed's order hears them in it, which takes
/// a moment longer where many write. The tail begins at the present: what must not miss anything is a `Follower`.
public final class FeedTail: Sendable {
    public typealias Observer = @Sendable ([RecordedFact]) -> Void

    private struct State {
        /// Up to here facts were told in order.
        var last: FeedPlace
        /// Facts of another process came between, or those of this one are not settled yet: until they are read, none is
        /// told in order without reading.
        var isBehind = false
        /// Told at once and not yet in order.
        var early: Set<Int64> = []
        var inOrder: [Observer] = []
        var atOnce: [Observer] = []
    }

    /// So long it gathers what is committed before it reads again.
    private static let pace = Duration.milliseconds(50)

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

    /// Calls `observer` with each batch of new facts, each once and in the order of the feed. It must be quick and must not
    /// write.
    public func observe(_ observer: @escaping Observer) {
        state.withLock { $0.inOrder.append(observer) }
    }

    /// Calls `observer` with new facts as soon as this process knows them, its own before their writer is answered; each
    /// once, in no order. It must be quick and must not write.
    public func observeAtOnce(_ observer: @escaping Observer) {
        state.withLock { $0.atOnce.append(observer) }
    }

    /// Reads what must be read, until the task is cancelled.
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
        state.withLock { state in
            // Some may have been read from the feed already, on the way to what others added.
            let facts = facts.filter { $0.place > state.last }
            guard let first = facts.first, let last = facts.last else { return }
            if !state.isBehind, first.place.isRightAfter(state.last) {
                state.last = last.place
                for observer in state.atOnce + state.inOrder { observer(facts) }
                return
            }
            state.isBehind = true
            nudge.yield()
            // Some may have been read before their writer came to say so.
            let new = facts.filter { state.early.insert($0.seq).inserted }
            if !new.isEmpty { for observer in state.atOnce { observer(new) } }
        }
    }

    private func catchUp() async {
        var pause = Duration.milliseconds(1)
        while !Task.isCancelled {
            let from = state.withLock { $0.last }
            guard let news = try? await database.read({ try News(after: from, in: $0) }) else { return }
            if tell(news, after: from) {
                pause = .milliseconds(1)
                if !news.isFull { try? await Task.sleep(for: Self.pace) }
            } else if news.isUnsettled {
                try? await Task.sleep(for: pause)
                pause = min(pause * 2, .milliseconds(200))
            } else {
                return
            }
        }
    }

    /// Returns whether there may be more at once.
    private func tell(_ news: News, after from: FeedPlace) -> Bool {
        state.withLock { state in
            guard state.last == from else { return true }
            guard let last = news.facts.last?.place else {
                if !news.isUnsettled { state.isBehind = false }
                // Somebody may write for an hour before them: who needs no order need not wait for that.
                let new = news.unsettled.filter { state.early.insert($0.seq).inserted }
                if !new.isEmpty { for observer in state.atOnce { observer(new) } }
                return false
            }
            state.last = last
            let new = news.facts.filter { state.early.remove($0.seq) == nil }
            if !new.isEmpty { for observer in state.atOnce { observer(new) } }
            for observer in state.inOrder { observer(news.facts) }
            return true
        }
    }

    /// What is to be told, and whether more will follow when somebody has finished writing.
    private struct News: Sendable {
        let facts: [RecordedFact]
        /// Those that are committed and must wait for their place in the order.
        let unsettled: [RecordedFact]

        var isUnsettled: Bool { !unsettled.isEmpty }

        /// There are more facts than one reading takes.
        var isFull: Bool { facts.count == Self.most }

        private static let most = 500

        init(after place: FeedPlace, in snapshot: Snapshot) throws {
            facts = try Feed.facts(after: place, limit: Self.most, in: snapshot)
            unsettled = try facts.isEmpty ? Feed.unsettled(after: place, limit: Self.most, in: snapshot) : []
        }
    }
}
