import Database
import Essentials
import Logging
import SQLiteDatabase
import Synchronization
import TestKit
import Testing

@testable import seam

@Suite("A database that is watched")
struct WatchedDatabaseTests {
    @Test("trouble is one sentence in the log, however many it meets, and so is its end")
    func once() async throws {
        try await withFolder { folder in
            var options = SQLiteDatabase.Options()
            options.pageLimit = 64
            let clock = TestClock()
            let heard = Heard()
            let database = WatchedDatabase(
                try SQLiteDatabase(path: folder + "/shop.db", options: options), world: .held(by: clock),
                logger: Logger(label: "test") { _ in Listening(heard: heard) })
            try await database.write { try $0.migrate([Migration("a.0001", "CREATE TABLE a (text TEXT NOT NULL);")]) }
            let page = String(repeating: "x", count: 400_000)
            for _ in 0..<5 {
                await #expect(throws: DatabaseFault.self) { try await database.write { try $0.run("INSERT INTO a VALUES (\(page))") } }
            }
            #expect(heard.all == ["\(DatabaseFault.full(folder + "/shop.db"))"])
            clock.advance(by: .minutes(1))
            await #expect(throws: DatabaseFault.self) { try await database.write { try $0.run("INSERT INTO a VALUES (\(page))") } }
            try await database.write { try $0.run("INSERT INTO a VALUES ('small')") }
            try await database.write { try $0.run("INSERT INTO a VALUES ('small')") }
            #expect(heard.all.dropFirst() == ["\(DatabaseFault.full(folder + "/shop.db"))", "The database works again."])
            await database.close()
        }
    }
}

private struct Listening: LogHandler {
    let heard: Heard
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.notice

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(
        level: Logger.Level, message: Logger.Message, metadata: Logger.Metadata?, source: String, file: String, function: String, line: UInt
    ) {
        heard.add(["\(message)"])
    }
}
