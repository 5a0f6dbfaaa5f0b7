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

    @Test("is told quarter of an hour by quarter of an hour", arguments: TestDatabase.all)
    func byQuarter(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "10.00", stock: 10)
            let since = shop.world.now
            _ = try await Buyer(in: shop).buys(lamp)
            shop.clock.advance(by: .minutes(30))
            _ = try await Buyer(in: shop).buys(lamp, 2)
            _ = try await Buyer(in: shop).buys(lamp)
            try await shop.cancel(try await Buyer(in: shop).buys(lamp))
            let quarters = try await shop.database.read { try SalesQuarter.since(since, in: $0) }
            #expect(quarters.map(\.orders) == [1, 2])
            #expect(quarters.map(\.total.minorUnits) == [1_000, 3_000])
            #expect(quarters[1].begins - quarters[0].begins == .minutes(30))
            #expect(quarters.allSatisfy { $0.begins.microseconds.isMultiple(of: SalesQuarter.length.microseconds) })
            #expect(try await shop.database.read { try OrderList.toDo(upTo: 2, in: $0) } == 2)
            #expect(try await shop.database.read { try OrderList.toDo(upTo: 9, in: $0) } == 3)
        }
    }
}
