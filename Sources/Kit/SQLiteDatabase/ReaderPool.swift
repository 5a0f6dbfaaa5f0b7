import Database
import Synchronization

/// A few read-only connections, each lent to one reader at a time; readers beyond them wait in line.
final class ReaderPool: Sendable {
    private struct State {
        var free: [SQLiteConnection]
        var line: [CheckedContinuation<SQLiteConnection, Never>] = []
    }

    private let state: Mutex<State>
    private let count: Int

    init(_ connections: [SQLiteConnection]) {
        count = connections.count
        state = Mutex(State(free: connections))
    }

    func read<T: Sendable>(_ body: @Sendable (Snapshot) throws -> T) async throws -> T {
        let connection = await take()
        defer { giveBack(connection) }
        try connection.command("BEGIN")
        defer { try? connection.command("COMMIT") }
        return try body(Snapshot(connection))
    }

    /// Takes every connection, once its reader has finished, and closes it.
    func close() async {
        for _ in 0..<count {
            await take().close()
        }
    }

    private func take() async -> SQLiteConnection {
        if let free = state.withLock({ $0.free.popLast() }) { return free }
        return await withCheckedContinuation { continuation in
            let free = state.withLock { state -> SQLiteConnection? in
                if let free = state.free.popLast() { return free }
                state.line.append(continuation)
                return nil
            }
            if let free { continuation.resume(returning: free) }
        }
    }

    private func giveBack(_ connection: SQLiteConnection) {
        let next = state.withLock { state -> CheckedContinuation<SQLiteConnection, Never>? in
            guard !state.line.isEmpty else {
                state.free.append(connection)
                return nil
            }
            return state.line.removeFirst()
        }
        next?.resume(returning: connection)
    }
}
