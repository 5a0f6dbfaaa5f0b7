import Database
import Essentials
import Feed
import Foundation
import Ledger
import SQLiteDatabase
import Testing

/// The engines that every test of a slice runs on.
public enum TestDatabase: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite

    public static var all: [TestDatabase] { allCases }
    public var testDescription: String { rawValue }
}

/// Runs `body` on an empty database that has the Kit's schema and `migrations`; the database goes when it returns.
///
/// Commits do not wait for the disk here: durability has tests of its own.
public func withDatabase<T>(
    on engine: TestDatabase, _ migrations: [Migration] = [], trace: (@Sendable (String) -> Void)? = nil,
    _ body: (any Database) async throws -> T
) async throws -> T {
    try await withFolder { folder in
        var options = SQLiteDatabase.Options()
        options.isDurable = false
        options.trace = trace
        let database = try SQLiteDatabase(path: folder + "/shop.db", options: options)
        let outcome: Result<T, any Error>
        do {
            try await database.write { try $0.migrate(KitMigrations.all + migrations) }
            outcome = .success(try await body(database))
        } catch {
            outcome = .failure(error)
        }
        await database.close()
        return try outcome.get()
    }
}

/// What every database of Seam begins with.
public enum KitMigrations {
    public static let all = FeedSchema.migrations + LedgerSchema.migrations
}
