import Catalog
import Database
import Essentials
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
