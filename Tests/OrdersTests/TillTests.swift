import Catalog
import Essentials
import Feed
import Inventory
import Logging
import Orders
import Staff
import TestKit
import Testing

@Suite("Selling over the counter")
struct TillTests {
    private func sale(_ variant: Variant.ID, _ quantity: Int64 = 1, price: Int64 = 4990, cash: Int64 = 100_000, in shop: Shop) -> TillSale {
        TillSale(
            id: shop.world.id(), lines: [.init(variant, quantity: quantity, unitPrice: Money(minorUnits: price, currency: .euro))],
            cash: Money(minorUnits: cash, currency: .euro), at: shop.world.now)
    }

    private func ring(_ sale: TillSale, in shop: Shop, by actor: Actor? = nil) async throws -> Order {
        let context = SaleContext(channel: shop.till.id, location: shop.mainStreet.id, currency: .euro)
        return try await shop.write {
            try ringUp(sale, in: context, on: shop.till, by: actor ?? shop.owner, in: $0, world: shop.world)
        }
    }

    @Test("a sale takes the units off the shelf and the web shows it", arguments: TestDatabase.all)
    func sells(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 3, at: shop.mainStreet)
            let order = try await ring(sale(lamp, 2, in: shop), in: shop)
            #expect(order.state == .completed)
            #expect(order.total == Money(minorUnits: 9980, currency: .euro))
            #expect(try await shop.shown(lamp) == 1)
            #expect(try await shop.level(lamp, at: shop.mainStreet).onHand == 1)
        }
    }

    @Test("sending the same sale again makes no second one; another sale under its number is refused", arguments: TestDatabase.all)
    func again(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 9, at: shop.mainStreet)
            let first = sale(lamp, in: shop)
            let outcomes = await concurrently(10) { _ in try await ring(first, in: shop) }
            #expect(Set(outcomes.successes.map(\.number)) == [1])
            #expect(outcomes.failures.isEmpty)
            let other = TillSale(id: first.id, lines: sale(lamp, 2, in: shop).lines, tenders: first.tenders, at: first.at)
            await #expect(throws: OrdersRefusal.saleDiffers) { try await ring(other, in: shop) }
            #expect(try await shop.shown(lamp) == 8)
        }
    }

    @Test(
        "a unit that the books promised elsewhere is sold all the same: it is found, a count falls due, the order is flagged",
        arguments: TestDatabase.all)
    func found(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1, at: shop.mainStreet)
            let promised = try await Buyer(in: shop).buys(lamp)
            _ = try await ring(sale(lamp, in: shop), in: shop)
            let due = try await shop.database.read { try CountDue.all(limit: 10, in: $0) }
            #expect(due.map(\.missing) == [1])
            #expect(try await shop.level(lamp, at: shop.mainStreet).of(.committed) == 1)

            let tail = try await FeedTail(of: shop.database)
            let runner = FollowerRunner(
                [.endangeredOrders], on: shop.database, tail: tail, world: shop.world,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            let running = Task { await runner.run() }
            try await eventually {
                try await shop.database.read { try Order.find(promised.id, in: $0)?.endangeredAt } == shop.world.now
            }
            running.cancel()
            await running.value

            let level = try await shop.level(lamp, at: shop.mainStreet)
            try await shop.write {
                try adjustStock(
                    lamp, at: shop.mainStreet.id, from: level.onHand, to: level.onHand, because: .counted, by: shop.owner, in: $0,
                    world: shop.world)
            }
            #expect(try await shop.database.read { try CountDue.all(limit: 10, in: $0) } == [])
        }
    }

    @Test("too little money and people without a role are refused, and nothing is sold", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1, at: shop.mainStreet)
            await #expect(throws: OrdersRefusal.tender) { try await ring(sale(lamp, cash: 4989, in: shop), in: shop) }
            let elsewhere = Actor(
                .staff(shop.world.id()), grants: [Grant(role: .manager, location: shop.harbour.id.bits)])
            await #expect(throws: StaffRefusal.forbidden(.associate)) { try await ring(sale(lamp, in: shop), in: shop, by: elsewhere) }
            #expect(try await shop.shown(lamp) == 1)
        }
    }

    @Test("a device whose clock began anew sells today, and one that was offline for days sells when it did", arguments: TestDatabase.all)
    func clocks(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "50.00", stock: 9, at: shop.mainStreet)
            let now = shop.world.now
            func placed(at: Instant) async throws -> Instant {
                let sale = TillSale(
                    id: shop.world.id(), lines: [.init(lamp, quantity: 1, unitPrice: Money(minorUnits: 5_000, currency: .euro))],
                    cash: Money(minorUnits: 5_000, currency: .euro), at: at)
                let context = SaleContext(channel: shop.till.id, location: shop.mainStreet.id, currency: .euro)
                return try await shop.write {
                    try ringUp(sale, in: context, on: shop.till, by: shop.owner, in: $0, world: shop.world).placedAt
                }
            }
            #expect(try await placed(at: Instant(microseconds: 0)) == now)
            #expect(try await placed(at: now + .days(1)) == now)
            #expect(try await placed(at: now - .days(3)) == now - .days(3))
        }
    }
}
