import Foundation
import Testing

@testable import Bench

@Suite("The limit of plain SQLite")
final class PlainRowsTests {
    private let folder = NSTemporaryDirectory() + "seam-bench-plain-\(UUID())"

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func database(_ name: String) throws -> (file: String, database: PlainSQLite) {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = "\(folder)/\(name).db"
        let database = try PlainSQLite(file)
        try database.run(
            """
            PRAGMA journal_mode = WAL;
            CREATE TABLE "account" (id INTEGER PRIMARY KEY AUTOINCREMENT, balance INTEGER NOT NULL, held INTEGER NOT NULL) STRICT;
            CREATE TABLE "entry" (id INTEGER PRIMARY KEY AUTOINCREMENT, source INTEGER, target INTEGER, reason TEXT) STRICT;
            CREATE TABLE "order" (id BLOB NOT NULL PRIMARY KEY, email TEXT, total REAL) STRICT;
            INSERT INTO "account" (balance, held) VALUES (5, 0), (0, 0);
            INSERT INTO "order" VALUES (x'01', 'before@example.com', 1.5);
            """)
        return (file, database)
    }

    @Test("writes again exactly the rows that the checkouts wrote")
    func replay() throws {
        let shop = try database("shop")
        let start = try WrittenRows.Mark(in: shop.database)
        for number in 0..<100 {
            try shop.database.run("INSERT INTO \"order\" VALUES (zeroblob(\(number)), 'buyer\(number)@example.com', NULL)")
            try shop.database.run("INSERT INTO \"entry\" (source, target, reason) VALUES (1, 2, 'sold'), (2, 1, 'given')")
        }
        let end = try WrittenRows.Mark(in: shop.database)
        try shop.database.run("INSERT INTO \"order\" VALUES (x'ffff', 'after@example.com', 2)")

        let written = try WrittenRows(in: shop.database, since: start, until: end, jobs: 100, most: 1_000)
        #expect(written.perJob == 3)
        let plain = try database("plain")
        let limit = try measurePlainRows(written, into: plain.file, longest: .seconds(60))
        #expect(limit.rate > 0)
        for table in ["order", "entry", "account"] {
            let query = "SELECT * FROM \"\(table)\" \(table == "order" ? "WHERE email IS NOT 'after@example.com'" : "") ORDER BY 1"
            let (theirs, ours) = (try shop.database.rows(query), try plain.database.rows(query))
            #expect(theirs == ours)
        }
    }

    @Test("takes the rows of some checkouts when there are many")
    func share() throws {
        let shop = try database("many")
        let start = try WrittenRows.Mark(in: shop.database)
        for _ in 0..<100 { try shop.database.run("INSERT INTO \"entry\" (source, target, reason) VALUES (1, 2, 'sold'), (2, 1, 'given')") }
        let written = try WrittenRows(in: shop.database, since: start, until: .init(in: shop.database), jobs: 100, most: 10)
        #expect(written.jobs == 10)
        #expect(written.perJob == 2)
    }
}
