import Catalog
import Channels
import Essentials
import Inventory
import Orders
import TestKit
import Testing

@testable import Feed

@Suite("A channel that stood apart and is linked")
struct JoinStockTests {
    private func link(_ channel: Channel, in shop: Shop) async throws -> Channel {
        let linked = try await shop.write { try linkChannel(channel.id, by: shop.owner, in: $0, world: shop.world) }
        try await settle(shop)
        return linked
    }

    private func settle(_ shop: Shop) async throws {
        try await Follower.joinStock.catchUp(in: shop.database, world: shop.world)
    }

    /// From everybody's stock to a channel's own, or back, on the warehouse's shelf.
    private func move(_ units: Int64, of variant: Variant.ID, from giver: Channel?, to taker: Channel?, in shop: Shop) async throws {
        let (from, into) = (giver?.id.bits ?? 0, taker?.id.bits ?? 0)
        try await shop.write {
            try moveStock(
                [StockLine(variant, units)], from: shop.warehouse.id, to: shop.warehouse.id, pool: from, into: into, by: shop.owner,
                in: $0, world: shop.world)
        }
    }

    @Test("its free units become everybody's, in every state and at every location", arguments: TestDatabase.all)
    func joins(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 5)
            let outlet = try await shop.channel(.marketplace, "outlet", stock: .apart)
            try await shop.receive(4, of: lamp, at: shop.warehouse, pool: outlet.pool)
            try await shop.receive(2, of: lamp, at: shop.harbour, pool: outlet.pool)
            try await shop.write {
                try setAside(
                    StockLine(lamp, 1), as: .damaged, at: shop.warehouse.id, pool: outlet.pool, by: shop.owner, in: $0, world: shop.world)
            }
            let linked = try await link(outlet, in: shop)
            #expect(try await shop.shown(lamp) == 10)
            #expect(try await shop.shown(lamp, on: linked) == 10)
            #expect(try await shop.level(lamp).of(.damaged) == 1)
            #expect(try await shop.level(lamp, pool: outlet.pool).onHand == 0)
            #expect(try await shop.topics().filter { $0 == "stock.joined" }.count == 1)
            // Doing it twice is doing it once.
            _ = try await link(outlet, in: shop)
            #expect(try await shop.shown(lamp) == 10)
        }
    }

    @Test("what its checkouts hold and its orders were promised stays theirs, and joins when it comes free", arguments: TestDatabase.all)
    func held(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 5)
            let outlet = try await shop.channel(.marketplace, "outlet", stock: .apart)
            try await shop.receive(6, of: lamp, at: shop.warehouse, pool: outlet.pool)
            let order = try await Buyer(in: shop, on: outlet).buys(lamp)
            let (slow, quick) = (Buyer(in: shop, on: outlet), Buyer(in: shop, on: outlet))
            try await slow.adds(lamp, 2)
            _ = try await slow.checksOut()
            try await quick.adds(lamp)
            let checkout = try await quick.checksOut()

            _ = try await link(outlet, in: shop)
            #expect(try await shop.shown(lamp) == 7)
            #expect(try await shop.level(lamp, pool: outlet.pool).held == 3)
            let placed = try await quick.pays(checkout)
            #expect(placed.state == .placed)
            shop.clock.advance(by: Checkout.time)
            try await shop.fireTimers()
            #expect(try await shop.shown(lamp) == 9)
            try await shop.cancel(order)
            #expect(try await shop.shown(lamp) == 10)
            #expect(try await shop.level(lamp, pool: outlet.pool).onHand == 1)
            try await shop.cancel(placed)
            #expect(try await shop.level(lamp, pool: outlet.pool).onHand == 0)
            #expect(try await shop.shown(lamp) == 11)
        }
    }

    @Test("what it owes on back-order the shared stock owes then", arguments: TestDatabase.all)
    func debts(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1, whenSoldOut: .backorder)
            let outlet = try await shop.channel(.marketplace, "outlet", stock: .apart)
            try await shop.receive(1, of: lamp, at: shop.warehouse, pool: outlet.pool)
            _ = try await Buyer(in: shop, on: outlet).buys(lamp, 4)
            _ = try await link(outlet, in: shop)
            #expect(try await shop.level(lamp).of(.available) == -2)
            #expect(try await shop.level(lamp, pool: outlet.pool).of(.available) == 0)
            try await shop.receive(3, of: lamp, at: shop.warehouse)
            #expect(try await shop.shown(lamp) == 1)
        }
    }

    @Test("a thousand shelves are joined a few at a time, and setting it apart again keeps the rest", arguments: TestDatabase.all)
    func many(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let outlet = try await shop.channel(.marketplace, "outlet", stock: .apart)
            var lamps: [Variant.ID] = []
            for number in 0..<250 { lamps.append(try await shop.product("Lamp \(number)")) }
            let lines = lamps.map { StockLine($0, 2) }
            try await shop.write {
                try receiveStock(lines, at: shop.warehouse.id, pool: outlet.pool, by: shop.owner, in: $0, world: shop.world)
            }
            _ = try await shop.write { try linkChannel(outlet.id, by: shop.owner, in: $0, world: shop.world) }
            while try await !shop.topics().contains("stock.joined") {
                _ = try await Follower.joinStock.advance(as: "test", in: shop.database, world: shop.world)
            }
            _ = try await shop.write { try unlinkChannel(outlet.id, by: shop.owner, in: $0, world: shop.world) }
            try await settle(shop)
            let all = lamps
            let (mine, shared) = try await shop.database.read { snapshot in
                let levels = try StockLevel.of(all, in: snapshot)
                return (
                    levels.filter { $0.pool == outlet.id.bits }.reduce(0) { $0 + $1.onHand },
                    levels.filter { $0.pool == 0 }.reduce(0) { $0 + $1.onHand }
                )
            }
            #expect(mine + shared == 500)
            #expect(mine > 0 && shared > 0)
            _ = try await link(outlet, in: shop)
            for lamp in [lamps[0], lamps[249]] { #expect(try await shop.shown(lamp) == 2) }
        }
    }

    @Test("set apart again it starts with nothing, and gets units by a move; a linked channel gets none", arguments: TestDatabase.all)
    func cleanStart(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 5)
            let bay = try await shop.channel(.marketplace, "bay")
            await #expect(throws: InventoryRefusal.noPool) { try await move(1, of: lamp, from: nil, to: bay, in: shop) }
            await #expect(throws: InventoryRefusal.sameLocation) { try await move(1, of: lamp, from: nil, to: nil, in: shop) }
            let apart = try await shop.write { try unlinkChannel(bay.id, by: shop.owner, in: $0, world: shop.world) }
            #expect(try await shop.shown(lamp, on: apart) == 0)
            try await move(3, of: lamp, from: nil, to: apart, in: shop)
            #expect(try await shop.shown(lamp, on: apart) == 3)
            #expect(try await shop.shown(lamp) == 2)
            try await move(1, of: lamp, from: apart, to: nil, in: shop)
            #expect(try await shop.shown(lamp) == 3)
            await #expect(throws: InventoryRefusal.self) { try await move(3, of: lamp, from: apart, to: nil, in: shop) }
        }
    }
}
