import Catalog
import Database
import Essentials
import TestKit
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
}
