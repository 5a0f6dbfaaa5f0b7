import Catalog
import Essentials
import Orders
import Settings
import Staff
import TestKit
import Testing

@Suite("Selling for less at the till")
struct TillReductionTests {
    private func euros(_ cents: Int64) -> Money { Money(minorUnits: cents, currency: .euro) }

    private func sale(_ variant: Variant.ID, price: Int64, discount: Int64 = 0, in shop: Shop) -> TillSale {
        TillSale(
            id: shop.world.id(),
            lines: [
                .init(variant, quantity: 2, unitPrice: euros(price), discount: euros(discount), reason: .damaged, note: "A scratch")
            ], tenders: [Tender(.cash, euros(1_000_000))], at: shop.world.now, note: "Gift")
    }

    private func ring(_ sale: TillSale, in shop: Shop, by actor: Actor) async throws -> Order {
        let context = SaleContext(channel: shop.till.id, location: shop.mainStreet.id, currency: .euro)
        return try await shop.write { try ringUp(sale, in: context, on: shop.till, by: actor, in: $0, world: shop.world) }
    }

    private func person(_ role: Role, in shop: Shop) -> Actor {
        Actor(.staff(shop.world.id()), grants: [Grant(role: role, location: shop.mainStreet.id.bits)])
    }

    @Test("an associate takes off a tenth and no more, by price or by discount", arguments: TestDatabase.all)
    func limit(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "50.00", stock: 9, at: shop.mainStreet)
            let ben = person(.associate, in: shop)
            for allowed in [sale(lamp, price: 4_500, in: shop), sale(lamp, price: 5_000, discount: 1_000, in: shop)] {
                #expect(try await ring(allowed, in: shop, by: ben).total == euros(9_000))
            }
            for refused in [sale(lamp, price: 4_499, in: shop), sale(lamp, price: 5_000, discount: 1_001, in: shop)] {
                await #expect(throws: OrdersRefusal.needsApproval(10)) { try await ring(refused, in: shop, by: ben) }
                #expect(try await ring(refused, in: shop, by: person(.manager, in: shop)).total < euros(9_000))
            }
            #expect(try await shop.database.read { try checkOrders(in: $0) } == [])
        }
    }

    @Test("what an associate may take off is for the owner to decide", arguments: TestDatabase.all)
    func otherLimit(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "50.00", stock: 9, at: shop.mainStreet)
            var settings = ShopSettings()
            settings.reductionPercent = 50
            let (half, owner, world) = (settings, shop.owner, shop.world)
            try await shop.write { try changeSettings(half, by: owner, in: $0, world: world) }
            let ben = person(.associate, in: shop)
            #expect(try await ring(sale(lamp, price: 2_500, in: shop), in: shop, by: ben).total == euros(5_000))
            await #expect(throws: OrdersRefusal.needsApproval(50)) { try await ring(sale(lamp, price: 2_499, in: shop), in: shop, by: ben) }
        }
    }

    @Test("a manager's word lets one sale pass, up to what was said, in that shop", arguments: TestDatabase.all)
    func approval(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "50.00", stock: 9, at: shop.mainStreet)
            let (ben, mona) = (person(.associate, in: shop), person(.manager, in: shop))
            let cheap = sale(lamp, price: 4_000, in: shop)
            func approves(_ most: Int64, _ actor: Actor) async throws {
                let (most, id) = (euros(most), cheap.id)
                try await shop.write {
                    try approveReduction(upTo: most, of: id, at: shop.mainStreet.id, by: actor, in: $0, world: shop.world)
                }
            }
            await #expect(throws: StaffRefusal.forbidden(.manager)) { try await approves(2_000, ben) }
            try await approves(1_999, mona)
            await #expect(throws: OrdersRefusal.needsApproval(10)) { try await ring(cheap, in: shop, by: ben) }
            try await approves(2_000, mona)
            #expect(try await ring(cheap, in: shop, by: ben).total == euros(8_000))
            // Another sale needs a word of its own.
            let next = sale(lamp, price: 4_000, in: shop)
            await #expect(throws: OrdersRefusal.needsApproval(10)) { try await ring(next, in: shop, by: ben) }
        }
    }

    @Test("why and what was noted is kept with the sale", arguments: TestDatabase.all)
    func kept(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "50.00", stock: 9, at: shop.mainStreet)
            let order = try await ring(sale(lamp, price: 5_000, discount: 999, in: shop), in: shop, by: shop.owner)
            let (detail, notes) = try await shop.database.read {
                (try OrderDetail.load(order, by: shop.owner, in: $0), try SaleNote.of(order.id, in: $0))
            }
            #expect(detail.lines.map(\.reason) == [.damaged])
            #expect(detail.lines.map(\.total) == [euros(9_001)])
            #expect(notes.map(\.position) == [nil, 0])
            #expect(notes.map(\.text) == ["Gift", "A scratch"])
            await #expect(throws: OrdersRefusal.tooMuch) {
                try await ring(sale(lamp, price: 5_000, discount: 10_001, in: shop), in: shop, by: shop.owner)
            }
        }
    }
}
