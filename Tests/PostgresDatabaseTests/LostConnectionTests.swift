import Database
import Foundation
import PostgresDatabase
import Synchronization
import TestKit
import Testing

private let tallies = [
    Migration("tallies.0001 tallies", "CREATE TABLE tally (id BIGINT NOT NULL PRIMARY KEY, count BIGINT NOT NULL);"),
    Migration("tallies.0002 two of them", "INSERT INTO tally VALUES (1, 0), (2, 0);"),
]

extension SQL {
    fileprivate static let endThisSession: SQL = "SELECT pg_terminate_backend(pg_backend_pid())"
    fileprivate static func count(up id: Int) -> SQL { "UPDATE tally SET count = count + 1 WHERE id = \(id)" }
}

@Suite("Connections that are lost, and writers in each other's way")
struct LostConnectionTests {
    private func counts(in database: any Database) async throws -> [Int] {
        try await database.read { try $0.values("SELECT count FROM tally ORDER BY id", as: Int.self) }
    }

    @Test("a connection that is lost before the commit is opened again, and the change is made once")
    func lostBefore() async throws {
        try await withDatabase(on: .postgres, tallies) { database in
            let tries = Mutex(0)
            try await database.write { transaction in
                try transaction.run(.count(up: 1))
                if tries.withLock({
                    $0 += 1; return $0
                }) == 1 {
                    _ = try transaction.exists(.endThisSession)
                }
            }
            #expect(tries.withLock { $0 } == 2)
            let counts = try await counts(in: database)
            #expect(counts == [1, 0])
        }
    }

    @Test("a read whose connection is lost is read again")
    func lostRead() async throws {
        try await withDatabase(on: .postgres, tallies) { database in
            let tries = Mutex(0)
            let count = try await database.read { snapshot in
                if tries.withLock({
                    $0 += 1; return $0
                }) == 1 {
                    _ = try snapshot.exists(.endThisSession)
                }
                return try snapshot.value("SELECT COUNT(*) FROM tally", as: Int.self)
            }
            #expect(count == 2)
        }
    }

    @Test("a commit whose outcome nobody knows is said so, and never made twice")
    func unknownOutcome() async throws {
        let trap = Migration(
            "tallies.0003 a trap",
            """
            CREATE FUNCTION trap() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER trap AFTER UPDATE ON tally DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.id = 2) EXECUTE FUNCTION trap();
            """)
        try await withDatabase(on: .postgres, tallies + [trap]) { database in
            let tries = Mutex(0)
            await #expect {
                try await database.write { transaction in
                    tries.withLock { $0 += 1 }
                    try transaction.run(.count(up: 2))
                }
            } throws: { ($0 as? DatabaseFault)?.code == "database.outcome_unknown" }
            #expect(tries.withLock { $0 } == 1)
        }
    }

    @Test("two writers who lock the same rows in opposite order both finish")
    func deadlock() async throws {
        try await withDatabase(on: .postgres, tallies) { database in
            let outcomes = await concurrently(8) { number in
                let first = number % 2 + 1
                try await database.write { transaction in
                    try transaction.run(.count(up: first))
                    _ = try transaction.exists("SELECT pg_sleep(0.005)")
                    try transaction.run(.count(up: 3 - first))
                }
            }
            #expect(outcomes.failures.isEmpty)
            let counts = try await counts(in: database)
            #expect(counts == [8, 8])
        }
    }

    @Test("writes that contend for one key share transactions, each refused or accepted on its own")
    func groups() async throws {
        struct Refused: Error {}
        try await withDatabase(on: .postgres, tallies) { database in
            let outcomes = await concurrently(200) { number in
                try await database.write(contending: [ContendedKey(7)]) { transaction in
                    try transaction.run(.count(up: 1))
                    if number.isMultiple(of: 4) { throw Refused() }
                    if number % 4 == 1 { try transaction.run("INSERT INTO tally VALUES (1, 0)") }
                    return try transaction.value("SELECT CAST(CAST(pg_current_xact_id() AS TEXT) AS BIGINT)", as: Int64.self)
                }
            }
            #expect(outcomes.successes.count == 100)
            let counts = try await counts(in: database)
            #expect(counts == [100, 0])
            #expect(Set(outcomes.successes).count < 50)
        }
    }

    @Test("a server that went away is said to be away, to those in line, too, and is found again when it is back")
    func outage() async throws {
        try await withFolder { folder in
            // The server's socket by another way, which can be taken away.
            let door = folder + "/door"
            let address = try await PostgresFolder.shared.database(for: folder, tallies)
            let socket = try #require(address.firstMatch(of: /host=([^&]+)/)).1
            try FileManager.default.createSymbolicLink(atPath: door, withDestinationPath: String(socket))
            var options = PostgresDatabase.Options()
            (options.readers, options.writers) = (1, 1)
            options.persistence = .milliseconds(300)
            options.patience = .milliseconds(100)
            let database = try await PostgresDatabase(address.replacing(String(socket), with: door), options: options)
            func outcomes() async -> [any Error] {
                await concurrently(8) { number in
                    if number.isMultiple(of: 2) {
                        try await database.read { _ = try $0.exists("SELECT 1 FROM tally") }
                    } else {
                        try await database.write(contending: [ContendedKey(7)]) { try $0.run(.count(up: 1)) }
                    }
                }.failures
            }
            func isAway(_ work: () async throws -> Void) async -> Bool {
                do {
                    try await work()
                    return false
                } catch {
                    return (error as? DatabaseFault)?.code == "database.no_server"
                }
            }
            try await eventually { await outcomes().isEmpty }

            try FileManager.default.removeItem(atPath: door)
            try await eventually { await isAway { try await database.read { _ = try $0.exists(.endThisSession) } } }
            try await eventually { await isAway { try await database.write { _ = try $0.exists(.endThisSession) } } }
            for _ in 1...2 {
                let faults = await outcomes()
                #expect(faults.count == 8)
                #expect(faults.allSatisfy { ($0 as? DatabaseFault)?.code == "database.no_server" }, "\(faults)")
            }

            try FileManager.default.createSymbolicLink(atPath: door, withDestinationPath: String(socket))
            try await eventually { await outcomes().isEmpty }
            await database.close()
            try await PostgresFolder.shared.remove(for: folder)
        }
    }

    @Test("what finds no connection in time is refused, and nothing hangs")
    func full() async throws {
        try await withFolder { folder in
            var options = PostgresDatabase.Options()
            options.readers = 1
            options.patience = .milliseconds(100)
            let database = try await PostgresDatabase(PostgresFolder.shared.database(for: folder), options: options)
            let outcomes = await concurrently(3) { _ in
                try await database.read { _ = try $0.exists("SELECT pg_sleep(0.5)") }
            }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.failures.allSatisfy { ($0 as? DatabaseFault)?.code == "database.busy" })
            await database.close()
            try await PostgresFolder.shared.remove(for: folder)
        }
    }
}
