import ArgumentParser
import Catalog
import Database
import Essentials
import Foundation
import Staff

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write products to a CSV file.", subcommands: [Products.self])

    struct Products: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write every product in the format that `seam import products` reads.")
        @Argument(help: "The file to write; it must not be there yet.") var file: String
        @Option(help: "The handle of the price list that the prices are of; of several, the web shop's when none is named.") var list:
            String?
        @OptionGroup var options: DatabaseOptions

        func run() async throws {
            guard !FileManager.default.fileExists(atPath: file) else {
                throw ValidationError("\(file) exists already; an export overwrites nothing.")
            }
            let (count, prices) = try await explaining {
                try await withShop(options, for: .examination) { try await write($0) }
            }
            print("\(count) products written to \(file), with the prices of the list \(prices.words).")
        }

        private func write(_ database: any Database) async throws -> (Int, PriceList) {
            guard let prices = try await database.read({ [list] in try PriceList.chosen(list, in: $0) }) else {
                throw Explained(description: "The shop has no price list yet, so there are no products to write.")
            }
            guard FileManager.default.createFile(atPath: file, contents: nil), let output = FileHandle(forWritingAtPath: file) else {
                throw ValidationError("\(file) cannot be written.")
            }
            defer { try? output.close() }
            let count = try await ProductExport(list: prices)
                .run(from: database, by: .system("export")) { try output.write(contentsOf: Data($0)) }
            return (count, prices)
        }
    }
}
