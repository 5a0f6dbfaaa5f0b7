import Database
import Synchronization

/// A PostgreSQL database that asks for the plan of each statement before it runs it, and keeps those that read a large table
/// from end to end.
final class ExplainedDatabase: Database {
    private struct State {
        var isWatching = false
        var largeTables: Set<String> = []
        var seen: Set<String> = []
        var scans: [String] = []
        var plans: [(sql: String, plan: String)] = []
    }

    private let explained: any Database
    private let state = Mutex(State())

    init(_ explained: any Database) {
        self.explained = explained
    }

    /// Statements whose plan reads one of the large tables from end to end, each with its plan.
    var scans: [String] { state.withLock { $0.scans } }
    /// The plans of statements that name all of some words.
    func plans(of words: String...) -> [String] {
        state.withLock { $0.plans.filter { one in words.allSatisfy(one.sql.contains) }.map(\.plan) }
    }
    /// How many statements were asked about.
    var count: Int { state.withLock { $0.seen.count } }

    /// Asks from now on, once for each statement.
    func watch(_ largeTables: Set<String>) {
        state.withLock {
            $0.largeTables = largeTables
            $0.isWatching = true
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T {
        try await explained.read { try body(Snapshot(ExplainedConnection($0.connection, self.explain))) }
    }

    func write<T: Sendable>(
        contending: [ContendedKey], _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await explained.write(contending: contending) { transaction in
            let inner = Transaction(ExplainedConnection(transaction.connection, self.explain))
            let outcome = try body(inner)
            for note in inner.announcements { transaction.announce(note) }
            return outcome
        }
    }

    func afterCommit(_ observer: @escaping @Sendable ([any Sendable]) -> Void) { explained.afterCommit(observer) }
    func foreignCommits() -> AsyncStream<Void> { explained.foreignCommits() }
    func close() async { await explained.close() }

    private func explain(_ sql: SQL, on connection: any Connection) throws {
        let isNew = state.withLock { $0.isWatching && $0.seen.insert(sql.text).inserted }
        guard isNew, sql.text.contains(/^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/) else { return }
        var plan: [String] = []
        try connection.query(SQL("EXPLAIN " + sql.text, binding: sql.bindings)) { row in
            plan.append(try row.next())
            return true
        }
        state.withLock { state in
            state.plans.append((sql.text, plan.joined(separator: "\n")))
            let scanned = plan.compactMap { $0.firstMatch(of: /Seq Scan on (\w+)/).map { String($0.output.1) } }
            guard !state.largeTables.isDisjoint(with: scanned) else { return }
            state.scans.append(sql.text + "\n" + plan.joined(separator: "\n"))
        }
    }
}

private final class ExplainedConnection: Connection {
    private let inner: any Connection
    private let explain: (SQL, any Connection) throws -> Void

    init(_ inner: any Connection, _ explain: @escaping (SQL, any Connection) throws -> Void) {
        self.inner = inner
        self.explain = explain
    }

    var engine: Engine { inner.engine }

    func query(_ sql: SQL, _ body: (inout Row) throws -> Bool) throws {
        try explain(sql, inner)
        try inner.query(sql, body)
    }

    func execute(_ sql: SQL) throws -> Int {
        try explain(sql, inner)
        return try inner.execute(sql)
    }

    func enter(_ door: String) throws { try inner.enter(door) }
    func define(_ script: String) throws { try inner.define(script) }
    func define(_ script: String, clustered: [String]) throws { try inner.define(script, clustered: clustered) }
}
