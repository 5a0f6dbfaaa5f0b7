import Database
import Essentials
import TestKit
import Testing

private let notes = [
    Migration(
        "notes.0001 notes",
        """
        CREATE TABLE note (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            weight DOUBLE PRECISION,
            secret BYTEA,
            key UUID,
            open BOOLEAN NOT NULL
        );
        """)
]

private let sums = [Migration("sums.0001 sums", "CREATE TABLE sum (id BIGINT NOT NULL PRIMARY KEY, total BIGINT NOT NULL);")]
private let total = TallyColumn("total", of: "sum")

private struct Refused: Refusal {
    let code = "note.refused"
    let sentence: Sentence = "No."
}

@Suite("Transactions")
struct TransactionTests {
    @Test("a value comes back as it was bound", arguments: TestDatabase.all)
    func values(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, notes) { database in
            let name = "'; DROP TABLE note; -- é漢\u{1F600}"
            let key = UInt128.max - 1
            let secret: [UInt8] = [0, 255, 0]
            let row = try await database.write { transaction in
                try transaction.run(
                    """
                    INSERT INTO note (name, weight, secret, key, open)
                    VALUES (\(name), \(0.5), \(secret), \(key), \(true)), (\(""), \(Double?.none), \([UInt8]()), \(UInt128?.none), \(false))
                    """)
                return try transaction.rows("SELECT name, weight, secret, key, open FROM note ORDER BY id FOR UPDATE") {
                    try ($0.next(String.self), $0.next(Double?.self), $0.next([UInt8].self), $0.next(UInt128?.self), $0.next(Bool.self))
                }
            }
            #expect(row[0] == (name, 0.5, secret, key, true))
            #expect(row[1] == ("", nil, [], nil, false))
        }
    }

    @Test("reading a column as something else is a fault, not a zero", arguments: TestDatabase.all)
    func columns(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, notes) { database in
            try await database.write { try $0.run("INSERT INTO note (name, open) VALUES ('a', TRUE)") }
            await #expect(throws: DatabaseFault.column(0, wanted: "Int64")) {
                try await database.read { try $0.row("SELECT name FROM note") { try $0.next(Int64.self) } }
            }
        }
    }

    @Test("what is asked without waiting is answered in its order, and sees what was written before it", arguments: TestDatabase.all)
    func asked(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, notes) { database in
            let outcome = try await database.write { transaction in
                let none = try transaction.ask("SELECT name FROM note") { try $0.next(String.self) }
                try transaction.run("INSERT INTO note (name, open) VALUES ('a', TRUE), ('b', FALSE)")
                let open = try transaction.ask("SELECT name FROM note WHERE open") { try $0.next(String.self) }
                let closed = try transaction.ask("UPDATE note SET open = TRUE WHERE NOT open RETURNING name") { try $0.next(String.self) }
                try transaction.run("INSERT INTO note (name, open) VALUES ('c', TRUE)")
                let all = try transaction.ask("SELECT name FROM note WHERE open ORDER BY name") { try $0.next(String.self) }
                return try (none.first(), closed.first(), open.rows(), all.rows())
            }
            #expect(outcome.0 == nil)
            #expect(outcome.1 == "b")
            #expect(outcome.2 == ["a"])
            #expect(outcome.3 == ["a", "b", "c"])
            await #expect(throws: (any Error).self) {
                try await database.write { transaction in
                    let wrong = try transaction.ask("SELECT name FROM note") { try $0.next(Int64.self) }
                    _ = try wrong.rows()
                }
            }
        }
    }

    @Test("what is added last is there afterwards, once for each who was not refused", arguments: TestDatabase.all)
    func addedLast(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, sums) { database in
            try await database.write { try $0.run("INSERT INTO sum VALUES (1, 0), (2, 0), (3, 0)") }
            _ = await concurrently(60) { number in
                try await database.write(contending: [ContendedKey(UInt128(number % 2))]) { transaction in
                    try transaction.addLast([1: 1, Int64(2 + number % 2): 10], to: total)
                    if number.isMultiple(of: 3) { throw Refused() }
                }
            }
            #expect(try await database.read { try $0.values("SELECT total FROM sum ORDER BY id", as: Int.self) } == [40, 200, 200])
        }
    }

    @Test("what all want for a moment is had by a few groups side by side, and adds up", arguments: TestDatabase.all)
    func lots(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, sums) { database in
            try await database.write { try $0.run("INSERT INTO sum VALUES (1, 0)") }
            _ = await concurrently(60) { number in
                try await database.write(contending: [ContendedKey(7, lot: UInt64(number))]) { try $0.addLast([1: 1], to: total) }
            }
            #expect(try await database.read { try $0.value("SELECT total FROM sum", as: Int.self) } == 60)
        }
    }

    @Test("a key without a lot is one whatever the groups, and one with a lot belongs to one of them")
    func dealt() {
        #expect(ContendedKey(7).dealt(to: 3) == ContendedKey(7))
        #expect(Set((0..<60).map { ContendedKey(7, lot: $0).dealt(to: 3) }).count == 3)
        #expect(ContendedKey(7, lot: 1).dealt(to: 1) == ContendedKey(7, lot: 2).dealt(to: 1))
        #expect(ContendedKey(7, lot: 1).dealt(to: 1) != ContendedKey(8, lot: 1).dealt(to: 1))
    }

    @Test("a refused write leaves nothing, and its neighbours stay", arguments: TestDatabase.all)
    func savepoints(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, notes) { database in
            let kept = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        do {
                            try await database.write { transaction in
                                try transaction.run("INSERT INTO note (name, open) VALUES (\("note \(number)"), TRUE)")
                                if number.isMultiple(of: 3) { throw Refused() }
                            }
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let count = try await database.read { try $0.value("SELECT COUNT(*) FROM note", as: Int.self) }
            #expect(kept == 133)
            #expect(count == 133)
        }
    }

    @Test("a unique key refuses the second, and the first stays", arguments: TestDatabase.all)
    func unique(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, notes) { database in
            try await database.write { try $0.run("INSERT INTO note (name, open) VALUES ('a', TRUE)") }
            await #expect {
                try await database.write { try $0.run("INSERT INTO note (name, open) VALUES ('a', TRUE)") }
            } throws: { error in
                (error as? DatabaseFault)?.code == "database.constraint"
            }
        }
    }

    @Test(
        "what a transaction announces is heard after its commit, before its caller, and never when it is undone",
        arguments: TestDatabase.all)
    func announcements(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, notes) { database in
            let heard = Heard()
            database.afterCommit { heard.add($0.compactMap { $0 as? String }) }
            try await database.write { $0.announce("one") }
            #expect(heard.all == ["one"])
            try? await database.write { transaction in
                transaction.announce("two")
                throw Refused()
            }
            try await database.write { $0.announce("three") }
            #expect(heard.all == ["one", "three"])
        }
    }

    @Test("a list binds each value, and an empty list matches nothing", arguments: TestDatabase.all)
    func lists(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, notes) { database in
            for name in ["a", "b", "c", "d"] {
                try await database.write { try $0.run("INSERT INTO note (name, open) VALUES (\(name), TRUE)") }
            }
            try await database.read { snapshot in
                let some = try snapshot.values(
                    "SELECT name FROM note WHERE name IN \(list: ["d", "a", "x"]) ORDER BY name", as: String.self)
                #expect(some == ["a", "d"])
                #expect(try !snapshot.exists("SELECT 1 FROM note WHERE name IN \(list: [String]())"))
            }
        }
    }
}

@Suite("Migrations")
struct MigrationTests {
    @Test("a step runs once", arguments: TestDatabase.all)
    func once(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine) { database in
            let known = try await database.read { try $0.values("SELECT name FROM migration", as: String.self) }
            let kit = KitMigrations.all
            #expect(Set(known) == Set(kit.map(\.name)))
            #expect(try await database.write { try $0.migrate(kit + notes) } == ["notes.0001 notes"])
            #expect(try await database.write { try $0.migrate(kit + notes) } == [])
        }
    }

    @Test("an edited or an unknown step is refused, and nothing changes", arguments: TestDatabase.all)
    func edited(on engine: TestDatabase) async throws {
        try await withDatabase(on: engine, notes) { database in
            let edited = Migration(notes[0].name, notes[0].script + "\n")
            let another = Migration("notes.0002 more", "CREATE TABLE more (id BIGINT NOT NULL PRIMARY KEY);")
            for steps in [KitMigrations.all + [edited, another], KitMigrations.all + [another]] {
                await #expect {
                    try await database.write { try $0.migrate(steps) }
                } throws: { ($0 as? DatabaseFault)?.code == "database.migration" }
            }
            await #expect(throws: (any Error).self) { try await database.read { try $0.exists("SELECT 1 FROM more") } }
        }
    }
}
