import Database
import Essentials
import Foundation
import SQLiteDatabase
import TestKit
import Testing

@Suite("A database file on a bad day")
struct FileFaultTests {
    @Test("a file that is no database is refused in one sentence and left as it is")
    func noDatabase() throws {
        try withFolder { folder in
            let path = folder + "/notes.txt"
            let text = Data(String(repeating: "dear diary ", count: 200).utf8)
            try text.write(to: URL(filePath: path))
            #expect(throws: DatabaseFault.foreign(path)) { try SQLiteDatabase(path: path) }
            #expect(try Data(contentsOf: URL(filePath: path)) == text)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["notes.txt"])
        }
    }

    @Test("another program's database is refused and left as it is")
    func anotherProgram() throws {
        try withFolder { folder in
            let path = folder + "/other.db"
            try run("sqlite3", path, "CREATE TABLE diary (day TEXT)")
            let before = try Data(contentsOf: URL(filePath: path))
            #expect(throws: DatabaseFault.foreign(path)) { try SQLiteDatabase(path: path) }
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["other.db"])
        }
    }

    @Test("a file that is not there is said so, and nothing is made in its place")
    func noFile() throws {
        try withFolder { folder in
            let path = folder + "/shop.db"
            #expect(throws: DatabaseFault.absent(path)) { try SQLiteDatabase.backUp(path, to: folder + "/copy.db") }
            #expect(throws: DatabaseFault.absent(path)) { _ = try SQLiteDatabase.restore(path, to: folder + "/other.db") }
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(files == [])
        }
    }

    @Test("a folder that is not there is said so")
    func noFolder() throws {
        try withFolder { folder in
            let path = folder + "/nowhere/shop.db"
            #expect(throws: DatabaseFault.unreachable(path)) { try SQLiteDatabase(path: path) }
        }
    }

    @Test("a file that another program keeps locked refuses the write and stays as it was")
    func locked() async throws {
        try await withFolder { folder in
            let path = folder + "/shop.db"
            var options = SQLiteDatabase.Options()
            options.patience = .milliseconds(200)
            let database = try SQLiteDatabase(path: path, options: options)
            try await database.write { try $0.migrate([Migration("a.0001", "CREATE TABLE a (n BIGINT NOT NULL);")]) }
            let other = try SQLiteDatabase(path: path)
            let (isLocked, lock) = AsyncStream.makeStream(of: Void.self)
            let done = DispatchSemaphore(value: 0)
            async let holding: Void = other.write { _ in
                lock.yield()
                done.wait()
            }
            for await _ in isLocked { break }
            await #expect(throws: DatabaseFault.locked(path)) {
                try await database.write { try $0.run("INSERT INTO a VALUES (1)") }
            }
            done.signal()
            try await holding
            #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM a", as: Int.self) } == 0)
            try await database.write { try $0.run("INSERT INTO a VALUES (1)") }
            await other.close()
            await database.close()
        }
    }

    @Test("everybody who waits behind a locked file is refused within one patience, not one after the other")
    func lockedForMany() async throws {
        try await withFolder { folder in
            let path = folder + "/shop.db"
            var options = SQLiteDatabase.Options()
            options.patience = .milliseconds(300)
            let database = try SQLiteDatabase(path: path, options: options)
            try await database.write { try $0.migrate([Migration("a.0001", "CREATE TABLE a (n BIGINT NOT NULL);")]) }
            let other = try SQLiteDatabase(path: path)
            let (isLocked, lock) = AsyncStream.makeStream(of: Void.self)
            let done = DispatchSemaphore(value: 0)
            async let holding: Void = other.write { _ in
                lock.yield()
                done.wait()
            }
            for await _ in isLocked { break }
            let began = ContinuousClock.now
            let outcomes = await concurrently(20) { _ in try await database.write { try $0.run("INSERT INTO a VALUES (1)") } }
            #expect(outcomes.failures.count == 20)
            #expect(ContinuousClock.now - began < .seconds(3))
            done.signal()
            try await holding
            await other.close()
            await database.close()
        }
    }

    @Test("a database that was closed is one file, which can be copied alone")
    func oneFile() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/shop.db")
            try await database.write { try $0.migrate([Migration("a.0001", "CREATE TABLE a (n BIGINT NOT NULL);")]) }
            try await database.write { try $0.run("INSERT INTO a VALUES (7)") }
            await database.close()
            try FileManager.default.copyItem(atPath: folder + "/shop.db", toPath: folder + "/copy.db")
            let copy = try SQLiteDatabase(path: folder + "/copy.db")
            #expect(try await copy.read { try $0.values("SELECT n FROM a", as: Int.self) } == [7])
            await copy.close()
        }
    }

    @Test("a shopper reads neither paths nor the engine's words; the operator reads what to do")
    func twoVoices() {
        for fault: DatabaseFault in [.full("/srv/shop.db"), .locked("/srv/shop.db"), .constraint("UNIQUE a.b"), .engine("disk I/O")] {
            #expect(!fault.message.contains("/srv") && !fault.message.contains("UNIQUE") && !fault.message.contains("I/O"))
            #expect(fault.description != fault.message)
        }
        #expect(DatabaseFault.full("/srv/shop.db").kind == .unavailable)
        #expect(DatabaseFault.constraint("UNIQUE a.b").kind == .fault)
    }

    @Test("a full disk refuses the write in one sentence, and what was there stays")
    func full() async throws {
        try await withFolder { folder in
            let path = folder + "/shop.db"
            var options = SQLiteDatabase.Options()
            options.pageLimit = 64
            let database = try SQLiteDatabase(path: path, options: options)
            try await database.write { try $0.migrate([Migration("a.0001", "CREATE TABLE a (text TEXT NOT NULL);")]) }
            try await database.write { try $0.run("INSERT INTO a VALUES ('kept')") }
            let page = String(repeating: "x", count: 40_000)
            await #expect(throws: DatabaseFault.full(path)) {
                try await database.write { transaction in
                    for _ in 0..<20 { try transaction.run("INSERT INTO a VALUES (\(page))") }
                }
            }
            #expect(try await database.read { try $0.values("SELECT text FROM a", as: String.self) } == ["kept"])
            try await database.write { try $0.run("INSERT INTO a VALUES ('again')") }
            await database.close()
        }
    }

    @Test("another process's change is noticed")
    func foreignCommit() async throws {
        try await withFolder { folder in
            let path = folder + "/shop.db"
            let database = try SQLiteDatabase(path: path)
            let ticks = database.foreignCommits()
            let other = try SQLiteDatabase(path: path)
            try await other.write { try $0.migrate([Migration("a.0001", "CREATE TABLE a (n BIGINT NOT NULL);")]) }
            var heard = false
            for await _ in ticks {
                heard = true
                break
            }
            #expect(heard)
            await other.close()
            await database.close()
        }
    }

    @Test("a closed database refuses instead of hanging")
    func closed() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/shop.db")
            await database.close()
            await #expect(throws: DatabaseFault.closed) { try await database.write { _ in } }
            await #expect(throws: DatabaseFault.closed) { try await database.read { _ in } }
        }
    }
}

private func run(_ program: String, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
}
