import ArgumentParser
import Database
import Essentials
import Inventory
import Ledger
import Orders
import SQLiteDatabase

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hold the books together: file, ledger, orders, payments. Exit code 1 when something is wrong.")
    @Option(help: "How many findings of each kind are printed.") var limit = 100
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let findings = try await explaining {
            let damage = try SQLiteDatabase.problems(of: options.path).map { "file: \($0)" }
            return try await withShop(options) { database in
                let limit = limit
                return try await database.read { snapshot in
                    try damage + Ledger.check(limit: limit, in: snapshot).map(\.finding)
                        + checkOrders(limit: limit, in: snapshot).map(\.finding)
                }
            }
        }
        guard !findings.isEmpty else {
            print("Everything adds up.")
            return
        }
        for finding in findings { print(finding) }
        print("\(findings.count) findings.")
        throw ExitCode.failure
    }
}
