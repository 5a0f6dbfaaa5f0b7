import ArgumentParser
import Catalog
import Database
import SQLiteDatabase
import Staff

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hold the books together: file, ledger, orders, payments, catalogue, kept sums. Exit code 1 when something is wrong.")
    @Option(help: "How many findings of each kind are printed.") var limit = 100
    @Flag(help: "First put every product anew onto the shelves and into the collections where it belongs.") var rebuildShelves = false
    @OptionGroup var options: DatabaseOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is at least 1: who prints no finding learns nothing.") }
    }

    func run() async throws {
        if rebuildShelves {
            let pieces = try await explaining { try await withShop(options) { try await rebuildAllShelves(in: $0) } }
            print("Every product was put onto its shelves anew, in \(pieces) pieces.")
        }
        let (damage, books) = try await explaining {
            let damage = try options.address.file.map { try SQLiteDatabase.problems(of: $0).map { "file: \($0)" } } ?? []
            return try await (damage, withShop(options, for: .examination) { try await Examination.make(of: $0, telling: limit) })
        }
        let told = damage + books.told
        guard !told.isEmpty else {
            print("Everything adds up.")
            return
        }
        for finding in told { print(finding) }
        let count = damage.count + books.count
        print(count > told.count ? "\(count) findings; \(told.count) of them are printed, more with --limit." : "\(count) findings.")
        throw ExitCode.failure
    }
}

/// Beside a shop that goes on selling: a transaction for each piece.
/// - Returns: how many pieces there were.
func rebuildAllShelves(in database: any Database) async throws -> Int {
    var pieces = 0
    var next: Int64? = 0
    while let last = next {
        next = try await database.write { try rebuildShelves(after: last, by: .system("doctor"), in: $0) }
        if next != nil { pieces += 1 }
    }
    return pieces
}
