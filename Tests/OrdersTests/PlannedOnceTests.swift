import Catalog
import Database
import Orders
import TestKit
import Testing

/// A value that is bound beside a partial index has SQLite plan the statement anew at each run: half of a checkout's time once.
@Suite("Statements are planned once")
struct PlannedOnceTests {
    private static let runs = 12

    @Test("however many buy")
    func buying() async throws {
        try await withShop(on: .sqlite) { shop in
            let lamp = try await shop.product("Lamp", stock: 100)
            for _ in 1...Self.runs {
                let buyer = Buyer(in: shop)
                try await buyer.adds(lamp)
                _ = try await buyer.pays(buyer.checksOut())
            }
            let anew = try await plannedAnew(in: shop)
            #expect(anew == [])
        }
    }

    @Test("and one that is not is found")
    func finding() async throws {
        try await withShop(on: .sqlite) { shop in
            for _ in 1...Self.runs {
                _ = try await shop.write { try $0.exists("SELECT 1 FROM product WHERE status = \(Product.Status.draft)") }
            }
            let anew = try await plannedAnew(in: shop)
            #expect(anew == ["SELECT 1 FROM product WHERE status = ?"])
        }
    }

    /// Statements of the writer that were mostly planned again when they ran; SQLite keeps count of it. Those of the migrations
    /// are: each step changes the schema.
    private func plannedAnew(in shop: Shop) async throws -> [String] {
        try await shop.write {
            try $0.values(
                """
                SELECT sql FROM sqlite_stmt WHERE run >= \(Self.runs) AND reprep * 2 > run AND sql NOT LIKE 'INSERT INTO migration %'
                """, as: String.self)
        }
    }
}
