import Essentials
import Orders
import TestKit
import Testing

@Suite("what was sold lately")
struct SalesSinceTests {
    @Test("is told by channel and currency, without what was cancelled or sold before", arguments: TestDatabase.all)
    func byChannel(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "10.00", stock: 10)
            _ = try await Buyer(in: shop).buys(lamp)
            shop.clock.advance(by: .hours(30))
            let since = shop.world.now
            shop.clock.advance(by: .minutes(1))
            _ = try await Buyer(in: shop).buys(lamp, 2)
            let kept = try await Buyer(in: shop).buys(lamp)
            try await shop.cancel(try await Buyer(in: shop).buys(lamp))

            let sales = try await shop.database.read { try ChannelSales.since(since, in: $0) }
            #expect(sales.map(\.channel) == [shop.web.id])
            #expect(sales.map(\.orders) == [2])
            #expect(sales.map(\.total) == [Money(minorUnits: 3_000, currency: .euro)])

            let numbers = try await shop.database.read { try Order.numbers(of: [kept.id], in: $0) }
            #expect(numbers == [kept.id: kept.number])
        }
    }
}
