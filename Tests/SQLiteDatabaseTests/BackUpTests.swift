import Database
import Foundation
import SQLiteDatabase
import TestKit
import Testing

@Suite("Backup and restore")
struct BackUpTests {
    private let numbers = [Migration("a.0001", "CREATE TABLE a (n BIGINT NOT NULL PRIMARY KEY);")]

    private func count(_ path: String) async throws -> Int {
        let database = try SQLiteDatabase(path: path)
        let count = try await database.read { try $0.value("SELECT COUNT(*) FROM a", as: Int.self) ?? 0 }
        await database.close()
        return count
    }

    @Test("a backup taken while the shop is written to is one sound state of it")
    func backUpOnline() async throws {
        try await withFolder { folder in
            let (path, copy) = (folder + "/shop.db", folder + "/backup.db")
            let database = try SQLiteDatabase(path: path)
            try await database.write { try $0.migrate(numbers) }
            async let writing = concurrently(200) { number in try await database.write { try $0.run("INSERT INTO a VALUES (\(number))") } }
            try SQLiteDatabase.backUp(path, to: copy)
            #expect(try SQLiteDatabase.problems(of: copy) == [])
            #expect(await writing.failures.isEmpty)
            #expect(try await count(copy) <= 200)
            #expect(throws: DatabaseFault.self) { try SQLiteDatabase.backUp(path, to: copy) }
            await database.close()
        }
    }

    @Test("a restore puts the backup back and keeps what was there")
    func restore() async throws {
        try await withFolder { folder in
            let (path, copy) = (folder + "/shop.db", folder + "/backup.db")
            let database = try SQLiteDatabase(path: path)
            try await database.write { try $0.migrate(numbers) }
            try await database.write { try $0.run("INSERT INTO a VALUES (1)") }
            try SQLiteDatabase.backUp(path, to: copy)
            try await database.write { try $0.run("INSERT INTO a VALUES (2)") }
            #expect(throws: DatabaseFault.locked(path)) { try SQLiteDatabase.restore(copy, to: path) }
            await database.close()

            let former = try #require(try SQLiteDatabase.restore(copy, to: path))
            #expect(try await count(path) == 1)
            #expect(try await count(former) == 2)
        }
    }

    @Test("a damaged backup is refused and the shop stays as it is")
    func damaged() async throws {
        try await withFolder { folder in
            let (path, copy) = (folder + "/shop.db", folder + "/backup.db")
            let database = try SQLiteDatabase(path: path)
            try await database.write { try $0.migrate(numbers) }
            try await database.write { transaction in
                for number in 0..<5_000 { try transaction.run("INSERT INTO a VALUES (\(number))") }
            }
            try SQLiteDatabase.backUp(path, to: copy)
            await database.close()
            var bytes = try Data(contentsOf: URL(filePath: copy))
            for index in 8_192..<16_384 { bytes[index] = 0x5a }
            try bytes.write(to: URL(filePath: copy))
            #expect(throws: DatabaseFault.self) { try SQLiteDatabase.restore(copy, to: path) }
            #expect(try await count(path) == 5_000)
        }
    }
}
