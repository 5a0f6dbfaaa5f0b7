import Database
import Synchronization

/// A few read-only connections, each lent to one reader at a time; readers beyond them wait in line.
final class ReaderPool: Sendable {
    private struct State {
        var free: [SQLiteConnection]
        var line: [CheckedContinuation<SQLiteConnection, any Error>] = []
        var isClosed = false
    }

    private static let begin: SQL = "BEGIN"
    private static let end: SQL = "COMMIT"

    private let state: Mutex<State>
    private let count: Int

    init(_ connections: [SQLiteConnection]) {
        count = connections.count
        state = Mutex(State(free: connections))
    }

    func read<T: Sendable>(_ body: @Sendable (Snapshot) throws -> T) async throws -> T {
        let connection = try await take()
        defer { giveBack(connection) }
        try connection.execute(Self.begin)
        defer { _ = try? connection.execute(Self.end) }
        return try body(Snapshot(connection))
    }

    /// Refuses new readers, waits for those who read, and closes every connection.
    func close() async {
        var open: [SQLiteConnection] = []
        for _ in 0..<count {
            if let connection = try? await take() { open.append(connection) }
        }
        let line = state.withLock { state in
            state.isClosed = true
            defer { state.line = [] }
            return state.line
        }
        for reader in line { reader.resume(throwing: DatabaseFault.closed) }
        for connection in open { connection.close() }
    }

    private func take() async throws -> SQLiteConnection {
        if let free = state.withLock({ $0.free.popLast() }) { return free }
        return try await withCheckedThrowingContinuation { continuation in
            let answer = state.withLock { state -> Result<SQLiteConnection, any Error>? in
                if state.isClosed { return .failure(DatabaseFault.closed) }
                if let free = state.free.popLast() { return .success(free) }
                state.line.append(continuation)
                return nil
            }
            if let answer { continuation.resume(with: answer) }
        }
    }

    private func giveBack(_ connection: SQLiteConnection) {
        let next = state.withLock { state -> CheckedContinuation<SQLiteConnection, any Error>? in
            guard !state.line.isEmpty else {
                state.free.append(connection)
                return nil
            }
            return state.line.removeFirst()
        }
        next?.resume(returning: connection)
    }
}
