import Database
import Essentials
import Feed
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
            try await Follower.salesByQuarter.catchUp(in: shop.database, world: shop.world)
            let (began, now) = (since - .minutes(15), shop.world.now + .minutes(15))
            let quarters = try await shop.database.read { try SalesQuarter.within([began..<now], in: $0) }
            #expect(quarters.map(\.orders) == [1, 2])
            #expect(quarters.map(\.total.minorUnits) == [1_000, 3_000])
            #expect(quarters[1].begins - quarters[0].begins == .minutes(30))
            #expect(quarters.allSatisfy { $0.begins.microseconds.isMultiple(of: SalesQuarter.length.microseconds) })
            #expect(try await shop.database.read { try OrderList.toDo(upTo: 2, in: $0) } == 2)
            #expect(try await shop.database.read { try OrderList.toDo(upTo: 9, in: $0) } == 3)
        }
    }

    @Test("is added up over stretches of time, and an order that is cancelled later counts no more", arguments: TestDatabase.all)
    func betweenBounds(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "10.00", stock: 20)
            let begins = shop.world.now - .minutes(15)
            let first = try await Buyer(in: shop).buys(lamp)
            _ = try await Buyer(in: shop).buys(lamp, 3)
            try await Follower.salesByQuarter.catchUp(in: shop.database, world: shop.world)
            shop.clock.advance(by: .days(1))
            let (till, owner, world) = (shop.till, shop.owner, shop.world)
            let ten = Money(minorUnits: 1_000, currency: .euro)
            let sale = TillSale(id: world.id(), lines: [.init(lamp, quantity: 1, unitPrice: ten)], cash: ten, at: world.now)
            let context = SaleContext(channel: till.id, location: shop.mainStreet.id, currency: .euro)
            _ = try await shop.write { try ringUp(sale, in: context, on: till, by: owner, in: $0, world: world) }
            try await shop.cancel(first)
            try await Follower.salesByQuarter.catchUp(in: shop.database, world: shop.world)
            try await Follower.salesByQuarter.catchUp(in: shop.database, world: shop.world)
            let sums = try await shop.database.read {
                try ChannelSales.between([begins - .days(1), begins, begins + .days(1), begins + .days(2)], in: $0)
            }
            #expect(sums.map { $0.map(\.channel) } == [[], [shop.web.id], [shop.till.id]])
            #expect(sums[1].map(\.orders) == [1] && sums[1].map(\.total.minorUnits) == [3_000])
            #expect(sums[2].map(\.orders) == [1])
            #expect(try await shop.database.read { try ChannelSales.between([begins], in: $0) } == [])
        }
    }

    @Test("is the same whether facts are worked one at a time or all at once, and agrees with the orders", arguments: TestDatabase.all)
    func agrees(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "10.00", stock: 40)
            let begins = shop.world.now - .days(1)
            for round in 0..<6 {
                let order = try await Buyer(in: shop).buys(lamp, Int64(round % 3 + 1))
                if round.isMultiple(of: 2) { try await shop.cancel(order) }
                if round > 2 { try await Follower.salesByQuarter.catchUp(in: shop.database, world: shop.world) }
                shop.clock.advance(by: .minutes(20))
            }
            let sold = try await shop.database.read { try ChannelSales.since(begins, in: $0) }
            let sums = try await shop.database.read { try ChannelSales.between([begins, shop.world.now], in: $0) }
            #expect(sums == [sold] && sold.map(\.orders) == [3])
        }
    }
}
