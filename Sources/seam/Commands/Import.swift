import ArgumentParser
import Catalog
import Channels
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
        @Option(help: "The handle of the price list that the prices go on; of several, the web shop's when none is named.") var list:
            String?
        @Option(help: "The currency of the prices, when the shop has no price list yet.") var currency = ShopFoundation.currency
        @OptionGroup var options: DatabaseOptions

        func run() async throws {
            try await importing { database, show in
                guard let currency = Currency(currency) else { throw ValidationError("“\(currency)” is no currency of ISO 4217.") }
                let reader = try CSVReader(path: file)
                let chosen = try await database.read { [list] in try PriceList.chosen(list, in: $0) }
                let foundation = try await ShopFoundation.lay(in: database, currency: currency, world: .live)
                let prices = chosen ?? foundation.prices
                let report = try await ProductImport(list: prices, world: .live)
                    .run(reader, into: database, by: .system("import"), progress: show)
                return (report, "The prices are on the list \(prices.words).")
            }
        }
    }

    struct Locations: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take shops and warehouses from a CSV; the web shop and the tills then sell from those that are new.")
        @Argument(help: "The CSV file.") var file: String
        @Option(help: "The shop's currency, when it has no price list yet.") var currency = ShopFoundation.currency
        @OptionGroup var options: DatabaseOptions

        func run() async throws {
            try await importing { database, show in
                guard let currency = Currency(currency) else { throw ValidationError("“\(currency)” is no currency of ISO 4217.") }
                let report = try await importLocations(
                    CSVReader(path: file), into: database, by: .system("import"), world: .live, progress: show)
                // What it lacks is made last, and sells from all that came.
                _ = try await ShopFoundation.lay(in: database, currency: currency, world: .live)
                return (report, nil)
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
                (try await StockImport(into: database, world: .live).run(path: file, progress: show), nil)
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
    /// Runs an import with progress on standard error and the report on standard output, with what there is to say about it.
    /// It fails with exit code 1 when it refused any row.
    fileprivate func importing(
        _ body: (any Database, @escaping (ImportReport) -> Void) async throws -> (ImportReport, remark: String?)
    ) async throws {
        let progress = ProgressLine()
        let kept = Mutex(0)
        let (report, remark) = try await explaining {
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
        if let remark { print(remark) }
        if report.refusedCount > 0 { throw ExitCode.failure }
    }
}
