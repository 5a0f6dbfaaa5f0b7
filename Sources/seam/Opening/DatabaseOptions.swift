import ArgumentParser
import Database
import Essentials
import Foundation

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: """
            The shop's database: a file, which is made when it is not there, or the address of one on a PostgreSQL server, \
            postgres://user@host/name. SEAM_DATABASE and, for the password, PGPASSWORD say it without a command line.
            """)
    var database = ProcessInfo.processInfo.environment["SEAM_DATABASE"] ?? "var/shop.db"

    var address: ShopAddress { ShopAddress(text: database) }

    /// - Throws: `ValidationError` for a database on a server, which has ways of its own.
    func fileOnly(_ otherwise: String) throws -> String {
        guard let file = address.file else { throw ValidationError(otherwise) }
        return file
    }
}

/// Opens the database, runs `body`, and closes it whatever happens.
func withShop<T>(
    _ options: DatabaseOptions, for purpose: ShopAddress.Purpose = .business, bindsSessions: Bool = false,
    _ body: (any Database) async throws -> T
) async throws -> T {
    try await withShop(at: options.address, for: purpose, bindsSessions: bindsSessions, body)
}

func withShop<T>(
    at address: ShopAddress, for purpose: ShopAddress.Purpose = .business, bindsSessions: Bool = false,
    _ body: (any Database) async throws -> T
) async throws -> T {
    let database = try await address.open(for: purpose, bindsSessions: bindsSessions)
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
