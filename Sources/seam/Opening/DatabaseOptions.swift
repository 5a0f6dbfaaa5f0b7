import ArgumentParser
import Database
import Essentials
import Foundation
import SQLiteDatabase

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "The file of the shop's database; it is made when it is not there.")
    var database = "var/shop.db"

    /// Opens the database and brings its schema up to this program's.
    /// - Throws: `DatabaseFault`, in one sentence for people.
    func open() async throws -> SQLiteDatabase {
        let path = try path
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty { try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
        let opened = try SQLiteDatabase(path: path)
        do {
            try await opened.write { try $0.migrate(ShopSchema.migrations) }
            return opened
        } catch {
            await opened.close()
            throw error
        }
    }

    /// The path, with or without `sqlite:` in front.
    /// - Throws: `ValidationError` for an engine that this program does not have.
    var path: String {
        get throws {
            if database.hasPrefix("postgres") {
                throw ValidationError("PostgreSQL is not there yet: give the path of a file.")
            }
            return database.hasPrefix("sqlite:") ? String(database.dropFirst(7)) : database
        }
    }
}

/// Opens the database, runs `body`, and closes it whatever happens.
func withShop<T>(_ options: DatabaseOptions, _ body: (SQLiteDatabase) async throws -> T) async throws -> T {
    let database = try await options.open()
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
