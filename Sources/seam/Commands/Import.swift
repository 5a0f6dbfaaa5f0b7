import ArgumentParser
import Catalog
import Database
import Essentials
import Foundation
import Inventory
import Places
import Staff
import Synchronization
import Tables

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take products, locations or stock from a CSV file.",
        subcommands: [Products.self, Locations.self, Stock.self])

    struct Products: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take products from the CSV that Shopify exports; running it again makes no doubles.")
        @Argument(help: "The CSV file.") var file: String
        @Option(help: "The currency of the prices, when the shop has no price list yet.") var currency = "USD"
        @OptionGroup var options: DatabaseOptions

        func run() async throws {
            try await importing { database, show in
                guard let currency = Currency(currency) else { throw ValidationError("“\(currency)” is no currency of ISO 4217.") }
                let reader = try CSVReader(path: file)
                let foundation = try await ShopFoundation.lay(in: database, currency: currency, world: .live)
                return try await ProductImport(list: foundation.prices, world: .live)
                    .run(reader, into: database, by: .system("import"), progress: show)
            }
        }
    }

    struct Locations: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take shops and warehouses from a CSV; the web shop and the tills then sell from them.")
        @Argument(help: "The CSV file.") var file: String
        @Option(help: "The shop's currency, when it has no price list yet.") var currency = "USD"
        @OptionGroup var options: DatabaseOptions

        func run() async throws {
            try await importing { database, show in
                guard let currency = Currency(currency) else { throw ValidationError("“\(currency)” is no currency of ISO 4217.") }
                let report = try await LocationImport(into: database, world: .live).run(path: file, progress: show)
                let foundation = try await ShopFoundation.lay(in: database, currency: currency, world: .live)
                try await foundation.sell(fromAllIn: database, world: .live)
                return report
            }
        }
    }

    struct Stock: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set what is on hand from a CSV with SKU, Location and Quantity.")
        @Argument(help: "The CSV file.") var file: String
        @OptionGroup var options: DatabaseOptions

        func run() async throws {
            try await importing { database, show in
                try await StockImport(into: database, world: .live).run(path: file, progress: show)
            }
        }
    }
}

private protocol Importing {
    var options: DatabaseOptions { get }
}

extension Import.Products: Importing {}
extension Import.Locations: Importing {}
extension Import.Stock: Importing {}

extension Importing {
    /// Runs an import with progress on standard error and the report on standard output.
    /// It fails with exit code 1 when it refused any row.
    fileprivate func importing(
        _ body: (any Database, @escaping (ImportReport) -> Void) async throws -> ImportReport
    ) async throws {
        let progress = ProgressLine()
        let kept = Mutex(0)
        let report = try await explaining {
            do {
                return try await withShop(options) { database in
                    try await body(options.address.isServer ? database : PoliteDatabase(database)) { report in
                        kept.withLock { $0 = report.rowsRead }
                        progress.show("\(report.rowsRead.formatted()) rows")
                    }
                }
            } catch let fault as DatabaseFault {
                let rows = kept.withLock { $0 }
                guard rows > 0 else { throw fault }
                progress.clear()
                throw Explained(description: "\(fault) The first \(rows) rows are in; running it again goes on from there.")
            }
        }
        progress.clear()
        print(report.text)
        if report.refusedCount > 0 { throw ExitCode.failure }
    }
}
