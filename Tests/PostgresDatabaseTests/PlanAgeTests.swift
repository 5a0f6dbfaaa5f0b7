import Database
import PostgresDatabase
import TestKit
import Testing

private let tallies = [Migration("tallies.0001 tallies", "CREATE TABLE tally (id BIGINT NOT NULL PRIMARY KEY, count BIGINT NOT NULL);")]

@Suite("A session that lives longer than its plans")
struct PlanAgeTests {
    /// Whether a row is found by reading the table from end to end, as the server counts it for the transaction.
    private func readsEverything(_ snapshot: Snapshot) throws -> Bool {
        _ = try snapshot.value("SELECT count FROM tally WHERE id = \(2)", as: Int64.self)
        return try snapshot.value("SELECT pg_stat_get_xact_numscans('tally'::regclass)", as: Int64.self) ?? 0 > 0
    }

    @Test("finds its rows by the index once the table has grown that held three when it began")
    func grown() async throws {
        try await withFolder { folder in
            var options = PostgresDatabase.Options()
            options.readers = 1
            options.plansLast = .milliseconds(50)
            let database = try await PostgresDatabase(PostgresFolder.shared.database(for: folder), options: options)
            try await database.write { transaction in
                _ = try transaction.migrate(tallies)
                try transaction.run("INSERT INTO tally VALUES (1, 0), (2, 0), (3, 0)")
                // The server would look at it itself, sooner or later.
                try transaction.connection.define("ALTER TABLE tally SET (autovacuum_enabled = false)")
                try transaction.connection.define("ANALYZE tally")
            }
            for _ in 0..<8 { #expect(try await database.read { try readsEverything($0) }) }
            try await database.write { try $0.run("INSERT INTO tally SELECT number, 0 FROM generate_series(4, 20000) AS number") }
            try await eventually { try await !database.read { try readsEverything($0) } }
            await database.close()
            try await PostgresFolder.shared.remove(for: folder)
        }
    }
}
