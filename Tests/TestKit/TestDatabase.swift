import Database
import Essentials
import Feed
import Foundation
import Ledger
import PostgresDatabase
import SQLiteDatabase
import Testing

/// The engines that every test of a slice runs on.
public enum TestDatabase: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite, postgres

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
        let database = try await open(engine, in: folder, migrations, trace: trace)
        let outcome: Result<T, any Error>
        do {
            outcome = .success(try await body(database))
        } catch {
            outcome = .failure(error)
        }
        await database.close()
        if engine == .postgres { try await PostgresFolder.shared.remove(for: folder) }
        return try outcome.get()
    }
}

/// Opens the database that lies in a folder or belongs to it, or creates it; twice for two processes on one database.
public func open(
    _ engine: TestDatabase, in folder: String, _ migrations: [Migration] = [], trace: (@Sendable (String) -> Void)? = nil
) async throws -> any Database {
    switch engine {
    case .sqlite:
        var options = SQLiteDatabase.Options()
        options.isDurable = false
        options.trace = trace
        let database = try SQLiteDatabase(path: folder + "/shop.db", options: options)
        try await database.write { try $0.migrate(KitMigrations.all + migrations) }
        return database
    case .postgres:
        var options = PostgresDatabase.Options()
        options.isDurable = false
        options.readers = 3
        options.writers = 4
        options.trace = trace
        let address = try await PostgresFolder.shared.database(for: folder, KitMigrations.all + migrations)
        let database = try await PostgresDatabase(address, options: options)
        try await database.write { try $0.migrate(KitMigrations.all + migrations) }
        return database
    }
}

/// What every database of Seam begins with.
public enum KitMigrations {
    public static let all = FeedSchema.migrations + LedgerSchema.migrations
}
