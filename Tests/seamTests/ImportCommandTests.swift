import Catalog
import Channels
import Database
import Essentials
import Foundation
import TestKit
import TestShop
import Testing

@testable import seam

@Suite("Bringing files in and taking them out, as it is typed")
struct ImportCommandTests {
    @Test("what is taken out and brought in again changes nothing, whichever price list is the oldest", arguments: TestDatabase.all)
    func twoLists(on engine: TestDatabase) async throws {
        try await withShopToType(on: engine) { shop, address, folder in
            let lamp = try await shop.product("Lamp", price: "180.00")
            let web = try await sellByAnotherList(shop, lamp, at: "189.00", insteadOf: "229.00")

            let file = folder + "/products.csv"
            let out = try await seam("export", "products", file, "--database", address)
            #expect(out.output == "1 products written to \(file), with the prices of the list “Web prices” (web-prices, EUR).\n")
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains("189.00,229.00"))
            let back = try await seam("import", "products", file, "--database", address)
            #expect(back.output.contains("1 rows read: 0 created, 0 updated, 1 unchanged, 0 refused."), "\(back.output)")
            #expect(back.output.contains("The prices are on the list “Web prices” (web-prices, EUR)."))
            #expect(try await prices(of: lamp, in: shop) == [shop.prices: "180.00", web: "189.00"])
        }
    }

    @Test("another price list is named by its handle", arguments: TestDatabase.all)
    func named(on engine: TestDatabase) async throws {
        try await withShopToType(on: engine) { shop, address, folder in
            let lamp = try await shop.product("Lamp", price: "180.00")
            let web = try await sellByAnotherList(shop, lamp, at: "189.00")
            let file = folder + "/products.csv"
            let out = try await seam("export", "products", file, "--list", "retail", "--database", address)
            #expect(out.output.contains("“Retail” (retail, EUR)"), "\(out.output)")
            let back = try await seam("import", "products", file, "--list", "retail", "--database", address)
            #expect(back.output.contains("1 unchanged"), "\(back.output)")
            let onto = try await seam("import", "products", file, "--database", address)
            #expect(onto.output.contains("1 updated"), "\(onto.output)")
            #expect(try await prices(of: lamp, in: shop) == [shop.prices: "180.00", web: "180.00"])

            for verb in ["import", "export"] {
                let none = try await seam(
                    verb, "products", verb == "import" ? file : folder + "/b.csv", "--list", "x", "--database", address)
                #expect(none.status == 1)
                #expect(none.output.contains("There is no price list “x”. There are: retail, web-prices."), "\(none.output)")
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/b.csv"))
        }
    }

    @Test("a shelf of nothing is as it was, the first time and the second", arguments: TestDatabase.all)
    func emptyShelves(on engine: TestDatabase) async throws {
        try await withShopToType(on: engine) { shop, address, folder in
            let table = "Handle,Title,Variant SKU,Variant Price\nlamp,Lamp,L-1,5\ncup,Cup,C-1,5\n"
            let stock = "SKU,Location,Quantity\nL-1,S1,0\nC-1,S1,4\n"
            try table.write(toFile: folder + "/products.csv", atomically: true, encoding: .utf8)
            try stock.write(toFile: folder + "/stock.csv", atomically: true, encoding: .utf8)
            _ = try await seam("import", "products", folder + "/products.csv", "--database", address)
            let first = try await seam("import", "stock", folder + "/stock.csv", "--database", address)
            #expect(first.output == "2 rows read: 1 created, 0 updated, 1 unchanged, 0 refused.\n")
            let second = try await seam("import", "stock", folder + "/stock.csv", "--database", address)
            #expect(second.output == "2 rows read: 0 created, 0 updated, 2 unchanged, 0 refused.\n")
        }
    }

    /// Gives the web shop a price list of its own, younger than the first.
    private func sellByAnotherList(
        _ shop: Shop, _ lamp: Variant.ID, at price: String, insteadOf former: String? = nil
    ) async throws -> PriceList.ID {
        let amount = try #require(Money(parsing: price, currency: .euro))
        let compareAt = try former.map { try #require(Money(parsing: $0, currency: .euro)) }
        let (owner, world, web) = (shop.owner, shop.world, shop.web)
        shop.clock.advance(by: .seconds(1))
        return try await shop.write { transaction in
            let list = try createPriceList(name: "Web prices", currency: .euro, by: owner, in: transaction, world: world)
            var settings = web.settings
            settings.priceList = list.id
            _ = try updateChannel(web.id, to: settings, version: web.version, by: owner, in: transaction, world: world)
            try setPrice(Price(amount, compareAt: compareAt), of: lamp, on: list.id, by: owner, in: transaction, world: world)
            return list.id
        }
    }

    private func prices(of lamp: Variant.ID, in shop: Shop) async throws -> [PriceList.ID: String] {
        try await shop.database.read { snapshot in
            let lists = try PriceList.all(in: snapshot).map(\.id)
            return try lists.reduce(into: [:]) { prices, list in
                prices[list] = try Price.of([lamp], on: list, in: snapshot)[lamp]?.amount.plain
            }
        }
    }

    private func seam(_ arguments: String...) async throws -> (status: Int32, output: String) {
        try await ChildProcess.run(ProjectFolder.command.path, arguments)
    }
}

/// A small shop on an engine, the address that commands find it by, and a folder for files.
func withShopToType(on engine: TestDatabase, _ body: (Shop, _ address: String, _ folder: String) async throws -> Void) async throws {
    try await withFolder { folder in
        let address = engine == .sqlite ? folder + "/shop.db" : try await PostgresFolder.shared.database(for: folder)
        let database = try await ShopAddress(text: address).open()
        do {
            try await body(Shop(on: database), address, folder)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
        if engine == .postgres { try await PostgresFolder.shared.remove(for: folder) }
    }
}
