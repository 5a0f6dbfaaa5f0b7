import ArgumentParser
import Database
import Essentials
import Foundation
import PostgresDatabase
import SQLiteDatabase

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: """
            The shop's database: a file, which is made when it is not there, or the address of one on a PostgreSQL server, \
            postgres://user@host/name. SEAM_DATABASE and, for the password, PGPASSWORD say it without a command line.
            """)
    var database = ProcessInfo.processInfo.environment["SEAM_DATABASE"] ?? "var/shop.db"

    /// Opens the database and brings its schema up to this program's.
    /// - Throws: `DatabaseFault`, in one sentence for people.
    func open(isServing: Bool = false) async throws -> any Database {
        let opened: any Database = try await isServer ? openServer(isServing: isServing) : openFile()
        do {
            try await opened.write { try $0.migrate(ShopSchema.migrations) }
            return opened
        } catch {
            await opened.close()
            throw error
        }
    }

    /// Whether a PostgreSQL server keeps it.
    var isServer: Bool { database.hasPrefix("postgres://") || database.hasPrefix("postgresql://") }

    /// The path, with or without `sqlite:` in front; `nil` when there is no file.
    var file: String? {
        if isServer { return nil }
        return database.hasPrefix("sqlite:") ? String(database.dropFirst(7)) : database
    }

    /// - Throws: `ValidationError` for a database on a server, which has ways of its own.
    func fileOnly(_ otherwise: String) throws -> String {
        guard let file else { throw ValidationError(otherwise) }
        return file
    }

    /// Nobody waits for a command but the one who gave it: an examination of everything may take its time.
    private func openServer(isServing: Bool) async throws -> PostgresDatabase {
        var options = PostgresDatabase.Options()
        if !isServing { options.statementTimeout = .zero }
        return try await PostgresDatabase(database, options: options)
    }

    private func openFile() throws -> SQLiteDatabase {
        let path = try fileOnly("There is no file.")
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty { try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
        return try SQLiteDatabase(path: path)
    }
}

/// Opens the database, runs `body`, and closes it whatever happens.
func withShop<T>(_ options: DatabaseOptions, isServing: Bool = false, _ body: (any Database) async throws -> T) async throws -> T {
    let database = try await options.open(isServing: isServing)
    let outcome: Result<T, any Error>
    do {
        outcome = .success(try await body(database))
    } catch {
        outcome = .failure(error)
    }
    await database.close()
    return try outcome.get()
}

/// A refusal as a command prints it: its sentence, and exit code 1.
struct Explained: Error, CustomStringConvertible {
    let description: String
}

func explaining<T>(_ body: () async throws -> T) async throws -> T {
    do {
        return try await body()
    } catch let fault as DatabaseFault {
        throw Explained(description: fault.description)
    } catch let refusal as any Refusal {
        throw Explained(description: refusal.message)
    }
}
