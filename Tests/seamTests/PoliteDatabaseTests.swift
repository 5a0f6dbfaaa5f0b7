import Database
import Essentials
import SQLiteDatabase
import TestKit
import Testing

@testable import seam

@Suite("A command beside a serving shop")
struct PoliteDatabaseTests {
    @Test("a long import lets a shop that shares the file write in between")
    func shares() async throws {
        try await withFolder { folder async throws in
            let shop = try SQLiteDatabase(path: folder + "/shop.db")
            try await shop.write { try $0.migrate([Migration("a.0001", "CREATE TABLE a (n BIGINT NOT NULL);")]) }
            let command = PoliteDatabase(try SQLiteDatabase(path: folder + "/shop.db"))
            let done = Heard()
            async let importing: Void = imports(into: command, done)
            var written = 0
            while done.all.isEmpty {
                try await shop.write { try $0.run("INSERT INTO a VALUES (-1)") }
                written += 1
            }
            try await importing
            #expect(written > 10)
            await command.close()
            await shop.close()
        }
    }

    private func imports(into database: PoliteDatabase, _ done: Heard) async throws {
        defer { done.add(["done"]) }
        for number in 0..<60 {
            try await database.write { transaction in
                for _ in 0..<400 { try transaction.run("INSERT INTO a VALUES (\(number))") }
            }
        }
    }
}
