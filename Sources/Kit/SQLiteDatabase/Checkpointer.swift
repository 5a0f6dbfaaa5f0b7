import Database
import Foundation
import GRDBSQLite

/// Copies the write-ahead log back into the file beside the writer, so that no group waits for it.
///
/// It works on a connection of its own; what was committed meanwhile is little, and the writer copies it between two groups:
/// then the log begins again at its start instead of growing.
final class Checkpointer: @unchecked Sendable {
    /// Pages in the log from which it is copied: 32 MiB.
    static let enough = 8_192

    private let connection: SQLiteConnection
    private let condition = NSCondition()
    // Guarded by `condition`.
    private var state = State.idle
    private var hasEnded = false

    private enum State {
        case idle, wanted, working, nearlyDone, closed
    }

    /// - Parameter connection: its own, which may write.
    init(connection: SQLiteConnection) {
        self.connection = connection
        let thread = Thread { [self] in work() }
        thread.name = "seam-checkpointer"
        thread.start()
    }

    /// To be called by the writer after each commit.
    func look(after writer: SQLiteConnection) {
        let pages = writer.pagesInLog
        let mayFinish = condition.withLock {
            switch state {
            case .idle where pages >= Self.enough:
                state = .wanted
                condition.signal()
                return false
            case .nearlyDone:
                state = .idle
                return true
            default: return false
            }
        }
        if mayFinish { writer.checkpoint() }
    }

    /// Ends the thread and its connection, and blocks until it has ended.
    func close() {
        condition.withLock {
            state = .closed
            condition.signal()
            while !hasEnded { condition.wait() }
        }
        connection.close()
    }

    private func work() {
        while waitForWork() {
            connection.checkpoint()
            // What was committed while the disk was busy, so that next to nothing is left to the writer.
            connection.checkpoint()
            condition.withLock { if state == .working { state = .nearlyDone } }
        }
        condition.withLock {
            hasEnded = true
            condition.broadcast()
        }
    }

    private func waitForWork() -> Bool {
        condition.withLock {
            while state != .wanted, state != .closed { condition.wait() }
            guard state == .wanted else { return false }
            state = .working
            return true
        }
    }
}
