import Inventory
import TestKit
import Testing

@Suite("all the stock of a variant")
struct StockTotalTests {
    @Test("is what its locations have together", arguments: TestDatabase.all)
    func sums(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 7)
            let chair = try await shop.product("Chair")
            try await shop.receive(5, of: lamp, at: shop.harbour)
            _ = try await Buyer(in: shop).buys(lamp, 2)
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp, 3)
            _ = try await buyer.checksOut()

            let totals = try await shop.database.read { try StockTotal.of([lamp, chair], in: $0) }
            #expect(totals[lamp]?.onHand == 12)
            #expect(totals[lamp]?.of(.committed) == 2)
            #expect(totals[lamp]?.held == 3)
            #expect(totals[lamp]?.free == 7)
            #expect(totals[chair]?.onHand == 0)
            let there = try await shop.database.read { try StockTotal.of([lamp], at: [shop.harbour.id], in: $0) }
            #expect(there[lamp]?.onHand == 5)
        }
    }
}
