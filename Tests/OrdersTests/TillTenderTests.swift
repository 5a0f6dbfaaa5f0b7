import Catalog
import Essentials
import Ledger
import Orders
import Staff
import TestKit
import Testing

@Suite("What a customer pays with at the till")
struct TillTenderTests {
    private func euros(_ cents: Int64) -> Money { Money(minorUnits: cents, currency: .euro) }

    private func ring(_ lamp: Variant.ID, _ tenders: [Tender], units quantity: Int64 = 1, in shop: Shop) async throws -> Order {
        let sale = TillSale(
            id: shop.world.id(), lines: [.init(lamp, quantity: quantity, unitPrice: euros(4_990))], tenders: tenders, at: shop.world.now)
        let context = SaleContext(channel: shop.till.id, location: shop.mainStreet.id, currency: .euro)
        return try await shop.write { try ringUp(sale, in: context, on: shop.till, by: shop.owner, in: $0, world: shop.world) }
    }

    private func takings(_ shop: Shop, since moment: Instant? = nil) async throws -> Takings {
        let start = moment ?? shop.world.now - .hours(1)
        return try await shop.database.read { try Takings.since(start, at: shop.mainStreet.id, on: shop.till, in: $0) }
    }

    @Test("half by card and half in cash: the ledger has each where it lies, and the change is not taken", arguments: TestDatabase.all)
    func mixed(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "49.90", stock: 3, at: shop.mainStreet)
            let order = try await ring(lamp, [Tender(.card, euros(2_000), reference: " A1 "), Tender(.cash, euros(5_000))], in: shop)
            let payments = try await shop.database.read { try OrderDetail.load(order, by: shop.owner, in: $0).payments }
            #expect(payments.map(\.amount) == [euros(2_000), euros(2_990)])
            #expect(payments.map(\.provider) == [Payment.terminal, Payment.cash])
            #expect(payments.map(\.reference) == ["A1", nil])

            let report = try await takings(shop)
            #expect(report.sales == 1 && report.units == 1 && report.total == euros(4_990) && report.net == report.total)
            #expect(report.drawers.map(\.net) == [euros(2_990), euros(2_000)])
            #expect(report.drawers.map(\.balance) == [euros(2_990), euros(2_000)])
            #expect(try await shop.database.read { try checkOrders(in: $0) } == [])
            try await shop.expectBooksAreSound()
        }
    }

    @Test("cards that take too much, tenders that are too little, and none are refused", arguments: TestDatabase.all)
    func refused(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "49.90", stock: 3, at: shop.mainStreet)
            let wrong: [[Tender]] = [
                [], [Tender(.card, euros(5_000))], [Tender(.card, euros(2_000)), Tender(.cash, euros(2_000))],
                [Tender(.cash, euros(-4_990)), Tender(.cash, euros(9_980))], [Tender(.cash, Money(minorUnits: 4_990, currency: .dollar))],
            ]
            for tenders in wrong {
                await #expect(throws: OrdersRefusal.tender) { try await ring(lamp, tenders, in: shop) }
            }
            #expect(try await takings(shop).sales == 0)
        }
    }

    @Test("the X report tells of today, by tender and by person, and not of yesterday", arguments: TestDatabase.all)
    func today(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "49.90", stock: 9, at: shop.mainStreet)
            _ = try await ring(lamp, [Tender(.cash, euros(5_000))], in: shop)
            shop.clock.advance(by: .hours(24))
            let morning = shop.world.now
            shop.clock.advance(by: .minutes(5))
            _ = try await ring(lamp, [Tender(.card, euros(9_980))], units: 2, in: shop)

            let report = try await takings(shop, since: morning)
            #expect(report.sales == 1 && report.units == 2 && report.list == euros(9_980))
            #expect(report.drawers.map(\.taken) == [euros(0), euros(9_980)])
            #expect(report.drawers.map(\.payments) == [0, 1])
            // What lies in the drawer is all that was ever put there.
            #expect(report.drawers.map(\.balance) == [euros(4_990), euros(9_980)])
            #expect(report.sellers.map(\.total) == [euros(9_980)])
        }
    }
}
