import Database
import Foundation
import Synchronization

/// The one thread that writes. It drains the writes that wait, commits them in groups, and leaves each to the flusher.
final class Writer: @unchecked Sendable {
    /// A group closes after this at the latest. Short enough that requests are read and answered beside the writer, instead of
    /// all of them waiting for it and then it for all of them; long enough that a commit's own pages do not weigh.
    static let groupTime = Duration.milliseconds(3)
    /// How often it looks whether another process has changed the file.
    static let lookAround = 0.05

    private let connection: SQLiteConnection
    private let flusher: Flusher
    private let checkpointer: Checkpointer
    private let condition = NSCondition()
    // Guarded by `condition`.
    private var waiting: [any PendingWrite] = []
    private var taken = 0
    private var isClosed = false
    private var hasEnded = false

    private let listeners = Mutex<[AsyncStream<Void>.Continuation]>([])

    init(connection: SQLiteConnection, flusher: Flusher, checkpointer: Checkpointer) {
        self.connection = connection
        self.flusher = flusher
        self.checkpointer = checkpointer
        let thread = Thread { [self] in work() }
        thread.name = "seam-writer"
        thread.stackSize = 4 << 20
        thread.start()
    }

    func submit(_ write: any PendingWrite) {
        let refused = condition.withLock {
            guard !isClosed else { return true }
            waiting.append(write)
            condition.signal()
            return false
        }
        if refused { write.answer(DatabaseFault.closed) }
    }

    func foreignCommits() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        listeners.withLock { $0.append(continuation) }
        return stream
    }

    /// Writes what waits, ends the thread, and blocks until it has ended. The connection stays open.
    func end() {
        condition.withLock {
            isClosed = true
            condition.signal()
            while !hasEnded { condition.wait() }
        }
        for listener in listeners.withLock({ $0 }) { listener.finish() }
    }

    /// Brings everything into the one file, so that it can be copied alone, and closes it. On a full disk the changes stay
    /// in the log beside it.
    func closeFile() {
        try? connection.command("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    }

    private func work() {
        var version = dataVersion()
        var looked = ContinuousClock.now
        while true {
            let isIdle = waitForWork()
            if isIdle || ContinuousClock.now - looked > .milliseconds(50) {
                looked = .now
                let current = dataVersion()
                if current != version {
                    version = current
                    for listener in listeners.withLock({ $0 }) { listener.yield() }
                }
            }
            if isIdle {
                if condition.withLock({ isClosed && waiting.count == taken }) { break }
                continue
            }
            flusher.flush(connection.commitGroup(next: next, until: .now + Self.groupTime, commit: flusher.expect))
            checkpointer.look(after: connection)
        }
        condition.withLock {
            hasEnded = true
            condition.broadcast()
        }
    }

    /// Returns true when there was nothing to do.
    private func waitForWork() -> Bool {
        condition.withLock {
            if taken == waiting.count, !isClosed {
                _ = condition.wait(until: Date(timeIntervalSinceNow: Self.lookAround))
            }
            return taken == waiting.count
        }
    }

    private func next() -> (any PendingWrite)? {
        condition.withLock {
            guard taken < waiting.count else {
                waiting.removeAll(keepingCapacity: true)
                taken = 0
                return nil
            }
            taken += 1
            return waiting[taken - 1]
        }
    }

    /// Changes whenever another connection has committed.
    private func dataVersion() -> Int64 {
        (try? connection.number("PRAGMA data_version")) ?? 0
    }
}
