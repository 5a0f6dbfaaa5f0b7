import Essentials
import Orders
import Staff
import TestKit
import Testing

@Suite("Parking a sale")
struct ParkedSaleTests {
    private func parks(_ sale: Order.ID, _ label: String, commands: String = "[]", in shop: Shop) async throws {
        let draft = SaleToPark(
            sale: sale, customer: nil, label: label, units: 2, total: Money(minorUnits: 900, currency: .euro), commands: commands)
        try await shop.write { try parkSale(draft, at: shop.mainStreet.id, by: shop.owner, in: $0, world: shop.world) }
    }

    private func claims(_ sale: Order.ID, _ till: Device.ID, in shop: Shop) async throws -> ParkedSale {
        try await shop.write {
            try claimParkedSale(sale, for: till, at: shop.mainStreet.id, by: shop.owner, in: $0, world: shop.world)
        }
    }

    private func parked(in shop: Shop) async throws -> [String] {
        try await shop.database.read { try ParkedSale.all(at: shop.mainStreet.id, in: $0).map(\.label) }
    }

    @Test("another till of the shop goes on with it; one of another shop does not see it", arguments: TestDatabase.all)
    func resumed(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let (sale, first, second) = (shop.world.id(Order.self), shop.world.id(Device.self), shop.world.id(Device.self))
            try await parks(sale, "Blue coat", commands: #"[{"kind":"open"}]"#, in: shop)
            #expect(try await parked(in: shop) == ["Blue coat"])
            #expect(try await shop.database.read { try ParkedSale.all(at: shop.harbour.id, in: $0) } == [])

            #expect(try await claims(sale, first, in: shop).commands == #"[{"kind":"open"}]"#)
            // Its answer may have been lost: the same till may ask again, another one waits.
            #expect(try await claims(sale, first, in: shop).label == "Blue coat")
            await #expect(throws: OrdersRefusal.parkedElsewhere) { try await claims(sale, second, in: shop) }
            shop.clock.advance(by: .minutes(3))
            #expect(try await claims(sale, second, in: shop).sale == sale)

            for _ in 1...2 {
                try await shop.write { try forgetParkedSale(sale, at: shop.mainStreet.id, by: shop.owner, in: $0, world: shop.world) }
            }
            #expect(try await parked(in: shop) == [])
            await #expect(throws: OrdersRefusal.noParkedSale) { try await claims(sale, first, in: shop) }
            #expect(try await shop.topics().filter { $0.hasPrefix("sale.") } == ["sale.parked", "sale.unparked"])
        }
    }

    @Test("two tills that want it at once: one gets it", arguments: TestDatabase.all)
    func race(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let sale = shop.world.id(Order.self)
            try await parks(sale, "", in: shop)
            let outcomes = await concurrently(8) { _ in try await claims(sale, shop.world.id(Device.self), in: shop) }
            #expect(outcomes.successes.count == 1)
        }
    }

    @Test("a sale that is booked is parked no more, and who works elsewhere parks nothing here", arguments: TestDatabase.all)
    func refused(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "10.00", stock: 2, at: shop.mainStreet)
            let price = Money(minorUnits: 1_000, currency: .euro)
            let sale = TillSale(id: shop.world.id(), lines: [.init(lamp, quantity: 1, unitPrice: price)], cash: price, at: shop.world.now)
            let context = SaleContext(channel: shop.till.id, location: shop.mainStreet.id, currency: .euro)
            _ = try await shop.write { try ringUp(sale, in: context, on: shop.till, by: shop.owner, in: $0, world: shop.world) }
            await #expect(throws: OrdersRefusal.saleDiffers) { try await parks(sale.id, "late", in: shop) }
            let long = String(repeating: "x", count: ParkedSale.longest + 1)
            await #expect(throws: OrdersRefusal.parkedFull) { try await parks(shop.world.id(), "long", commands: long, in: shop) }

            let stranger = Actor(.staff(shop.world.id()), grants: [Grant(role: .manager, location: shop.harbour.id.bits)])
            await #expect(throws: StaffRefusal.forbidden(.associate)) {
                try await shop.write {
                    try forgetParkedSale(sale.id, at: shop.mainStreet.id, by: stranger, in: $0, world: shop.world)
                }
            }
        }
    }
}
