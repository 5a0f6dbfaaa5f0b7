import Catalog
import Channels
import Essentials
import Inventory
import TestKit
import Testing

@Suite("A channel's own stock rule")
struct ChannelRuleTests {
    @Test("its buffer stays at each location", arguments: TestDatabase.all)
    func buffer(on engine: TestDatabase) async throws {
        try await check(StockRule(buffer: 2), on: engine, stock: 5, shown: 3, most: 3)
    }

    @Test("it stops when so many are left", arguments: TestDatabase.all)
    func stopAt(on engine: TestDatabase) async throws {
        try await check(StockRule(stopAt: 4), on: engine, stock: 5, shown: 1, most: 1)
    }

    @Test("its cap bounds what it has promised at once", arguments: TestDatabase.all)
    func cap(on engine: TestDatabase) async throws {
        try await check(StockRule(cap: 2), on: engine, stock: 5, shown: 2, most: 2)
    }

    @Test("its share is a part of what is on hand", arguments: TestDatabase.all)
    func share(on engine: TestDatabase) async throws {
        try await check(StockRule(sharePercent: 50), on: engine, stock: 5, shown: 2, most: 2)
    }

    /// However many buyers come at once, the channel sells what it shows and no more; and its chain explains the number.
    private func check(_ rule: StockRule, on engine: TestDatabase, stock: Int64, shown: Int64, most: Int) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: stock)
            let bay = try await shop.channel(.marketplace, "bay", rule: rule)
            #expect(try await shop.shown(lamp, on: bay) == shown)
            let outcomes = await concurrently(20) { _ in try await Buyer(in: shop, on: bay).buys(lamp) }
            #expect(outcomes.successes.count == most)
            #expect(outcomes.failures.allSatisfy { ($0 as? InventoryRefusal)?.code == "stock.short" })
            #expect(try await shop.shown(lamp, on: bay) == 0)
            #expect(try await shop.shown(lamp) == stock - Int64(most))
            let chain = try await shop.database.read { try explain(lamp, on: bay, in: $0) }
            #expect(chain.quantity == 0)
        }
    }

    @Test("what a cancelled order had taken of the allowance comes back", arguments: TestDatabase.all)
    func allowance(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 5)
            let bay = try await shop.channel(.marketplace, "bay", rule: StockRule(cap: 1))
            let order = try await Buyer(in: shop, on: bay).buys(lamp)
            #expect(try await shop.shown(lamp, on: bay) == 0)
            try await shop.cancel(order)
            #expect(try await shop.shown(lamp, on: bay) == 1)
        }
    }

    @Test("the explanation ends at what the channel shows, whatever the rule and the levels", arguments: 1...60)
    func explained(seed: Int) async throws {
        var dice = Randomness.seeded(UInt64(seed))
        func perhaps(_ range: ClosedRange<Int64>) -> Int64? { Bool.random(using: &dice) ? Int64.random(in: range, using: &dice) : nil }
        let rule = StockRule(
            sharePercent: perhaps(0...100).map(Int.init), buffer: perhaps(0...4), cap: perhaps(0...6), stopAt: perhaps(0...8))
        let units = (0..<3).map { _ in Int64.random(in: 0...6, using: &dice) }
        let sold = Int64.random(in: 1...4, using: &dice)
        try await withShop(on: .sqlite) { shop in
            let lamp = try await shop.product("Lamp")
            for (location, units) in zip([shop.warehouse, shop.mainStreet, shop.harbour], units) where units > 0 {
                try await shop.receive(units, of: lamp, at: location)
            }
            let bay = try await shop.channel(.marketplace, "bay", rule: rule)
            _ = try? await Buyer(in: shop, on: bay).buys(lamp, sold)
            _ = try? await Buyer(in: shop).buys(lamp, 1)
            let chain = try await shop.database.read { try explain(lamp, on: bay, in: $0) }
            #expect(try await shop.shown(lamp, on: bay) == chain.quantity, "seed \(seed), \(rule), \(units)")
        }
    }
}
