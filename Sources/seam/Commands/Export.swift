import ArgumentParser
import Catalog
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
        @OptionGroup var options: DatabaseOptions

        func run() async throws {
            guard !FileManager.default.fileExists(atPath: file) else {
                throw ValidationError("\(file) exists already; an export overwrites nothing.")
            }
            guard FileManager.default.createFile(atPath: file, contents: nil), let output = FileHandle(forWritingAtPath: file) else {
                throw ValidationError("\(file) cannot be written.")
            }
            let count = try await explaining {
                try await withShop(options) { database in
                    guard let list = try await database.read({ try PriceList.all(in: $0).first }) else { return 0 }
                    return try await ProductExport(list: list)
                        .run(from: database, by: .system("export")) { try output.write(contentsOf: Data($0)) }
                }
            }
            try output.close()
            print("\(count) products written to \(file).")
        }
    }
}
