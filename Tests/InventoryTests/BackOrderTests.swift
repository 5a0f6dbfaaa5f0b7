import Catalog
import Channels
import Essentials
import Inventory
import Ledger
import Orders
import Staff
import TestKit
import Testing

@Suite("Back-orders")
struct BackOrderTests {
    @Test("a variant on back-order is sold beyond what is there, and the next delivery fills it up", arguments: TestDatabase.all)
    func owed(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1, whenSoldOut: .backorder)
            try await shop.receive(2, of: lamp, at: shop.harbour)
            _ = try await Buyer(in: shop).buys(lamp, 5)
            let level = try await shop.level(lamp)
            #expect(level.of(.available) == -2)
            #expect(level.of(.committed) == 3)
            #expect(level.onHand == 1)
            #expect(try await shop.level(lamp, at: shop.harbour).of(.committed) == 2)
            #expect(try await shop.shown(lamp) == 0)
            let why = try await shop.database.read { try explain(lamp, on: shop.web, in: $0) }
            #expect(why.quantity == 0)
            #expect(why.mayBeOwed)
            #expect(why.steps.last?.source == .onHand(shop.harbour.id) || why.steps.contains { $0.source == .overdrawn(shop.warehouse.id) })
            let stock = try await shop.database.read { try availability(of: lamp, on: shop.web, in: $0) }
            #expect(stock.isSoldOut && stock.sells(7, whenSoldOut: .backorder) && !stock.sells(1, whenSoldOut: .deny))

            try await shop.receive(6, of: lamp, at: shop.warehouse)
            #expect(try await shop.shown(lamp) == 4)
            #expect(try await shop.level(lamp).onHand == 7)
        }
    }

    @Test("a checkout that owes and is left gives back what it took, and a cancelled order too", arguments: TestDatabase.all)
    func givenBack(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1, whenSoldOut: .backorder)
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp, 4)
            _ = try await buyer.checksOut()
            #expect(try await shop.level(lamp).free == -3)
            shop.clock.advance(by: Checkout.time)
            try await shop.fireTimers()
            #expect(try await shop.shown(lamp) == 1)
            try await shop.cancel(try await Buyer(in: shop).buys(lamp, 3))
            #expect(try await shop.shown(lamp) == 1)
        }
    }

    @Test(
        "what is owed cannot be moved, set aside or sold twice; and without back-order sold out stays sold out", arguments: TestDatabase.all
    )
    func floor(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1, whenSoldOut: .backorder)
            let cup = try await shop.product("Cup", stock: 1)
            _ = try await Buyer(in: shop).buys(lamp, 2)
            await #expect(throws: InventoryRefusal.self) {
                try await shop.write {
                    try moveStock(
                        [StockLine(lamp, 1)], from: shop.warehouse.id, to: shop.harbour.id, by: shop.owner, in: $0, world: shop.world)
                }
            }
            await #expect(throws: InventoryRefusal.self) {
                try await shop.write {
                    try setAside(StockLine(lamp, 1), as: .damaged, at: shop.warehouse.id, by: shop.owner, in: $0, world: shop.world)
                }
            }
            await #expect(throws: InventoryRefusal.self) { try await Buyer(in: shop).buys(cup, 2) }
            try await shop.receive(1, of: lamp, at: shop.warehouse)
            // A channel that may not owe stays above zero, though the account may fall below.
            let lines = [StockLine(lamp, 1)]
            await #expect(throws: InventoryRefusal.self) {
                try await shop.write {
                    try holdStock(
                        lines, on: shop.web, until: shop.world.now + .minutes(1), for: 1, by: shop.owner.origin, in: $0, world: shop.world)
                }
            }
        }
    }

    @Test("twenty buyers at once are all promised units, and the books know every one", arguments: TestDatabase.all)
    func rush(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 3, whenSoldOut: .backorder)
            let outcomes = await concurrently(20) { _ in try await Buyer(in: shop).buys(lamp) }
            #expect(outcomes.successes.count == 20)
            #expect(try await shop.level(lamp).of(.available) == -17)
            #expect(try await shop.level(lamp).of(.committed) == 20)
        }
    }

    @Test("a channel with a cap promises no more than its cap, on back-order too", arguments: TestDatabase.all)
    func capped(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1, whenSoldOut: .backorder)
            let bay = try await shop.channel(.marketplace, "bay", rule: StockRule(cap: 2))
            await #expect(throws: InventoryRefusal.self) { try await Buyer(in: shop, on: bay).buys(lamp, 3) }
            let stock = try await shop.database.read { try availability(of: lamp, on: bay, in: $0) }
            #expect(!stock.sells(3, whenSoldOut: .backorder))
        }
    }
}
