import Catalog
import Channels
import Essentials
import Inventory
import Ledger
import Places
import Staff
import TestKit
import Testing

@Suite("Stock")
struct StockTests {
    @Test("what was received is on hand, free, and explained", arguments: TestDatabase.all)
    func receives(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 5)
            try await shop.receive(2, of: lamp, at: shop.harbour)
            #expect(try await shop.shown(lamp) == 7)
            let chain = try await shop.database.read { try explain(lamp, on: shop.web, in: $0) }
            #expect(chain.quantity == 7)
            #expect(chain.steps.map(\.source) == [.onHand(shop.warehouse.id), .onHand(shop.harbour.id)])
        }
    }

    @Test("a count corrects the books only if they are as the person saw them", arguments: TestDatabase.all)
    func adjusts(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 5)
            let adjust = { @Sendable (seen: Int64, counted: Int64) async throws in
                _ = try await shop.write {
                    try adjustStock(
                        lamp, at: shop.warehouse.id, from: seen, to: counted, because: .counted, note: "spring count", by: shop.owner,
                        in: $0, world: shop.world)
                }
            }
            try await adjust(5, 3)
            await #expect(throws: InventoryRefusal.changedMeanwhile(now: 3)) { try await adjust(5, 4) }
            let outcomes = await concurrently(10) { number in try await adjust(3, 10 + Int64(number)) }
            #expect(outcomes.successes.count == 1)

            let now = try await shop.level(lamp).onHand
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp, 2)
            _ = try await buyer.checksOut()
            await #expect(throws: InventoryRefusal.promised(free: now - 2)) { try await adjust(now, 1) }
            try await adjust(now, 2)
            #expect(try await shop.shown(lamp) == 0)
        }
    }

    @Test("units move and are set aside only as far as they are free", arguments: TestDatabase.all)
    func moves(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 5)
            try await shop.write { transaction in
                try moveStock(
                    [StockLine(lamp, 2)], from: shop.warehouse.id, to: shop.harbour.id, by: shop.owner, in: transaction, world: shop.world)
                try setAside(StockLine(lamp, 1), as: .damaged, at: shop.harbour.id, by: shop.owner, in: transaction, world: shop.world)
            }
            #expect(try await shop.shown(lamp) == 4)
            #expect(try await shop.level(lamp, at: shop.harbour).onHand == 2)
            await #expect(throws: InventoryRefusal.self) {
                try await shop.write {
                    try moveStock(
                        [StockLine(lamp, 2)], from: shop.harbour.id, to: shop.warehouse.id, by: shop.owner, in: $0, world: shop.world)
                }
            }
            try await shop.write {
                try setAside(
                    StockLine(lamp, 1), from: .damaged, as: .available, at: shop.harbour.id, by: shop.owner, in: $0, world: shop.world)
            }
            #expect(try await shop.shown(lamp) == 5)
            for (source, target, refusal) in [
                (StockState.quality, StockState.quality, InventoryRefusal.sameState), (.committed, .available, .notToBeSetAside),
                (.available, .transit, .notToBeSetAside),
            ] {
                await #expect(throws: refusal) {
                    try await shop.write {
                        try setAside(
                            StockLine(lamp, 1), from: source, as: target, at: shop.harbour.id, by: shop.owner, in: $0, world: shop.world)
                    }
                }
            }
        }
    }

    @Test("stock is touched only by those who have a role there", arguments: TestDatabase.all)
    func roles(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 5)
            let harbourOnly = Actor(
                .staff(shop.world.id()), grants: [Grant(role: .associate, location: shop.harbour.id.bits)])
            for actor in [harbourOnly, .guest(channel: nil)] {
                await #expect(throws: StaffRefusal.forbidden(.associate)) {
                    try await shop.write {
                        try receiveStock([StockLine(lamp, 1)], at: shop.warehouse.id, by: actor, in: $0, world: shop.world)
                    }
                }
            }
            try await shop.write {
                try receiveStock([StockLine(lamp, 1)], at: shop.harbour.id, by: harbourOnly, in: $0, world: shop.world)
            }
            #expect(try await shop.shown(lamp) == 6)
        }
    }

    @Test("a line that no location has alone comes from several", arguments: TestDatabase.all)
    func severalLocations(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 2)
            try await shop.receive(3, of: lamp, at: shop.harbour)
            let order = try await Buyer(in: shop).buys(lamp, 4)
            #expect(order.total == Money(minorUnits: 4 * 4990, currency: .euro))
            let committed = try await [shop.level(lamp).of(.committed), shop.level(lamp, at: shop.harbour).of(.committed)]
            #expect(committed.sorted() == [1, 3])
        }
    }

    @Test("a channel that is apart sells only its own, and the others never touch it", arguments: TestDatabase.all)
    func apart(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 5)
            let outlet = try await shop.channel(.marketplace, "outlet", stock: .apart)
            #expect(try await shop.shown(lamp, on: outlet) == 0)
            try await shop.receive(2, of: lamp, at: shop.warehouse, pool: outlet.pool)
            #expect(try await shop.shown(lamp, on: outlet) == 2)
            #expect(try await shop.shown(lamp) == 5)
            let buyer = Buyer(in: shop, on: outlet)
            try await buyer.adds(lamp, 3)
            await #expect(throws: InventoryRefusal.self) { try await buyer.checksOut() }
        }
    }
}
