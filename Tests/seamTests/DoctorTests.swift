import Catalog
import Database
import Essentials
import Feed
import Inventory
import Orders
import TestKit
import TestShop
import Testing

@testable import seam

@Suite("seam doctor")
struct DoctorTests {
    @Test("a product that lost its place on a shelf is found, and put back", arguments: TestDatabase.all)
    func shelves(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            for title in ["Lamp", "Cup", "Bowl"] { _ = try await shop.product(title, stock: 1) }
            func findings() async throws -> [String] {
                try await shop.database.read { try ShelfDifference.find(in: $0).map(\.finding) }
            }
            #expect(try await findings() == [])
            // What only a fault of ours or a torn disk can do.
            try await shop.database.write { _ = try $0.run("DELETE FROM listing WHERE product = (SELECT MIN(product) FROM listing)") }
            let found = try await findings()
            #expect(!found.isEmpty)
            #expect(found.allSatisfy { $0.hasPrefix("catalogue: ") && $0.hasSuffix("Mend: seam doctor --rebuild-shelves.") })
            #expect(try await rebuildAllShelves(in: shop.database) == 1)
            #expect(try await findings() == [])
        }
    }

    @Test("what followers keep is held against what it is made of, as far as they have come", arguments: TestDatabase.all)
    func keptSums(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 4)
            let cup = try await shop.product("Cup", stock: 100)
            let order = try await Buyer(in: shop).buys(lamp)
            try await shop.cancel(Buyer(in: shop).buys(cup))
            func findings() async throws -> [String] { try await examineShop(in: shop.database) }
            // Nothing was kept yet, and nothing is missing.
            #expect(try await findings() == [])
            for follower in [Follower.salesByQuarter, .buyerWords, .lowStock] {
                try await follower.catchUp(in: shop.database, world: shop.world)
                #expect(try await findings() == [], "\(follower.name)")
            }
            _ = try await Buyer(in: shop).buys(cup)
            #expect(try await findings() == [])

            try await shop.database.write { broken in
                try broken.run("UPDATE sales_quarter SET total = total + 1 WHERE orders > 0")
                try broken.run("DELETE FROM order_word WHERE number = \(order.number) AND word = 'aino'")
                try broken.run("INSERT INTO order_word (word, number) VALUES ('nobody', 900)")
                try broken.run("UPDATE low_stock SET free = 9")
                try broken.run("INSERT INTO low_stock (variant, free) VALUES (\(cup), 1)")
            }
            let found = try await findings()
            #expect(found.count == 4)
            let sales = "\(shop.web.id) has kept 1 order of 49.91 EUR, and the orders say 1 order of 49.90 EUR."
            #expect(found.contains { $0.hasPrefix("sums: for the quarter of an hour from ") && $0.hasSuffix(sales) })
            #expect(found.contains { $0.hasPrefix("sums: order #\(order.number) is found by ") })
            #expect(found.contains("sums: order #900 is found by 1 word, and nobody who bought it is known."))
            #expect(found.contains("sums: \(lamp) is listed as low with 9 free, the ledger has 3 free."))
        }
    }

    @Test("every finding is counted, however few are printed", arguments: TestDatabase.all)
    func limit(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            for title in ["Lamp", "Cup", "Bowl"] { _ = try await shop.product(title, stock: 1) }
            #expect(try await Examination.make(of: shop.database, telling: 1) == Examination(told: [], count: 0))
            try await shop.database.write { _ = try $0.run("DELETE FROM listing") }
            let all = try await Examination.make(of: shop.database, telling: 100)
            #expect(all.count > 3 && all.told.count == all.count)
            let one = try await Examination.make(of: shop.database, telling: 1)
            #expect(one.told.count == 1)
            #expect(one.count == all.count)
            _ = try await rebuildAllShelves(in: shop.database)
        }
    }

    @Test("prints one finding and the number of all of them", arguments: TestDatabase.all)
    func printed(on engine: TestDatabase) async throws {
        try await withShopToType(on: engine) { shop, address, _ in
            for title in ["Lamp", "Cup"] { _ = try await shop.product(title, stock: 1) }
            try await shop.database.write { _ = try $0.run("DELETE FROM listing") }
            let count = try await Examination.make(of: shop.database, telling: 100).count
            let told = try await ChildProcess.run(ProjectFolder.command.path, ["doctor", "--limit", "1", "--database", address])
            #expect(told.status == 1)
            #expect(told.output.contains("\n\(count) findings; 1 of them are printed, more with --limit.\n"), "\(told.output)")
            let none = try await ChildProcess.run(ProjectFolder.command.path, ["doctor", "--limit", "0", "--database", address])
            #expect(none.output.contains("--limit is at least 1"))
        }
    }
}
