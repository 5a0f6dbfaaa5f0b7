import Catalog
import Database
import Essentials
import Feed
import Inventory
import Ledger
import Logging
import Orders
import Staff
import TestKit
import Testing

@Suite("Buying on the web")
struct BuyingTests {
    @Test("a cart becomes an order: units are promised, money is taken, the cart is empty", arguments: TestDatabase.all)
    func buying(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "49.90", stock: 5)
            let cup = try await shop.product("Cup", price: "12.00", stock: 8)
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp)
            try await buyer.adds(cup, 2)
            try await buyer.adds(cup)
            let checkout = try await buyer.checksOut()
            #expect(checkout.total == Money(minorUnits: 8590, currency: .euro))
            #expect(try await shop.shown(lamp) == 4)
            #expect(try await shop.shown(cup) == 5)

            let order = try await buyer.pays(checkout)
            #expect(order.number == 1)
            #expect(order.total == checkout.total)
            let level = try await shop.level(cup)
            #expect(level.of(.committed) == 3)
            #expect(level.held == 0)
            #expect(level.onHand == 8)
            let detail = try await shop.database.read { try OrderDetail.load(order, by: shop.owner, in: $0) }
            #expect(detail.lines.map(\.title) == ["Lamp", "Cup"])
            #expect(detail.demand.map(\.location) == [shop.warehouse.id, shop.warehouse.id])
            #expect(detail.payments.map(\.state) == [.captured])
            #expect(detail.contact?.name == "Aino Virtanen")
            #expect(detail.history.map(\.topic).last == "order.placed")
            #expect(try await shop.database.read { try Cart.find(.cookie(buyer.cookie), in: $0) } == nil)
        }
    }

    @Test("the last unit goes to exactly one of a hundred buyers, and the others are told clearly", arguments: TestDatabase.all)
    func lastUnit(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1)
            let outcomes = await concurrently(100) { _ in try await Buyer(in: shop).buys(lamp) }
            #expect(outcomes.successes.count == 1)
            #expect(outcomes.failures.count == 99)
            #expect(outcomes.failures.allSatisfy { ($0 as? InventoryRefusal)?.code == "stock.short" })
            #expect(try await shop.level(lamp).of(.committed) == 1)
        }
    }

    @Test("a checkout left alone gives its units back after fifteen minutes", arguments: TestDatabase.all)
    func expiry(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1)
            let (slow, quick) = (Buyer(in: shop), Buyer(in: shop))
            try await slow.adds(lamp)
            let checkout = try await slow.checksOut()
            #expect(try await shop.shown(lamp) == 0)
            try await shop.fireTimers()
            #expect(try await shop.shown(lamp) == 0)
            shop.clock.advance(by: Checkout.time)
            try await shop.fireTimers()
            #expect(try await shop.shown(lamp) == 1)
            _ = try await quick.buys(lamp)

            let payments = Recorder()
            await #expect(throws: InventoryRefusal.self) { try await slow.pays(checkout, with: payments.provider) }
            #expect(payments.log.all == ["charge 49.90", "refund 49.90"])
        }
    }

    @Test("a checkout that ran out can still be paid while its units are free", arguments: TestDatabase.all)
    func lateButLucky(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1)
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp)
            let checkout = try await buyer.checksOut()
            shop.clock.advance(by: .minutes(20))
            try await shop.fireTimers()
            _ = try await buyer.pays(checkout)
            #expect(try await shop.level(lamp).of(.committed) == 1)
        }
    }

    @Test("a declined payment charges nothing, keeps the units, and another try succeeds", arguments: TestDatabase.all)
    func declined(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1)
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp)
            let checkout = try await buyer.checksOut()
            await #expect(throws: OrdersRefusal.declined) { try await buyer.pays(checkout, token: "fail_token") }
            #expect(try await shop.shown(lamp) == 0)
            let order = try await buyer.pays(checkout)
            let payments = try await shop.database.read { try Payment.of(order.id.bits, in: $0) }
            #expect(payments.map(\.state) == [.declined, .captured])
        }
    }

    @Test("paying twice at once takes the money once and places one order", arguments: TestDatabase.all)
    func twice(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 5)
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp)
            let checkout = try await buyer.checksOut()
            let payments = Recorder()
            let outcomes = await concurrently(10) { _ in try await buyer.pays(checkout, with: payments.provider) }
            #expect(Set(outcomes.successes.map(\.id)).count == 1)
            #expect(outcomes.failures.allSatisfy { $0 as? OrdersRefusal == .paymentUnderWay })
            #expect(payments.log.all == ["charge 49.90"])
            #expect(try await buyer.pays(checkout).id == checkout.order)
            #expect(try await shop.topics().filter { $0 == "order.placed" }.count == 1)
        }
    }

    @Test("a price that changed is shown before money is taken", arguments: TestDatabase.all)
    func priceChanged(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", price: "49.90", stock: 5)
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp)
            let checkout = try await buyer.checksOut()
            let price = Price(Money(minorUnits: 5990, currency: .euro))
            try await shop.write { try setPrice(price, of: lamp, on: shop.prices, by: shop.owner, in: $0, world: shop.world) }
            await #expect(throws: OrdersRefusal.priceChanged) { try await buyer.pays(checkout) }
            let again = try await buyer.checksOut()
            #expect(again.total == price.amount)
            _ = try await buyer.pays(again)
            #expect(try await shop.shown(lamp) == 4)
        }
    }

    @Test("beginning again holds the units once", arguments: TestDatabase.all)
    func beginAgain(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1)
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp)
            let first = try await buyer.checksOut()
            let second = try await buyer.checksOut()
            await #expect(throws: OrdersRefusal.checkoutOver) { try await buyer.pays(first) }
            _ = try await buyer.pays(second)
            #expect(try await shop.level(lamp).of(.committed) == 1)
        }
    }

    @Test("a payment whose answer was never heard is asked about again", arguments: TestDatabase.all)
    func crashedPayment(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1)
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp)
            let checkout = try await buyer.checksOut()
            let silent = PaymentProvider(name: "recorder", charge: { _, _, _ in throw CancellationError() }, refund: { _, _, _ in })
            await #expect(throws: CancellationError.self) { try await buyer.pays(checkout, with: silent) }
            shop.clock.advance(by: .minutes(16))
            try await shop.fireTimers()
            #expect(try await shop.shown(lamp) == 0)
            let payments = Recorder()
            try await settlePayments(olderThan: .minutes(1), with: payments.provider, in: shop.database, world: shop.world)
            #expect(payments.log.all == ["charge 49.90"])
            #expect(try await shop.database.read { try Order.find(checkout.order, in: $0) } != nil)
        }
    }

    @Test(
        "a contact that cannot be delivered to is refused beside its field",
        arguments: [
            (\Contact.email, "", "email"), (\Contact.email, "aino", "email"), (\Contact.email, "a@b c.fi", "email"),
            (\Contact.name, "   ", "name"), (\Contact.city, "", "city"), (\Contact.country, "Finland", "country"),
            (\Contact.line1, String(repeating: "x", count: 201), "line1"),
        ] as [(any WritableKeyPath<Contact, String> & Sendable, String, String)])
    func contacts(path: any WritableKeyPath<Contact, String> & Sendable, typed: String, field: String) async throws {
        try await withShop(on: .sqlite) { shop in
            let lamp = try await shop.product("Lamp", stock: 1)
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp)
            var contact = Buyer.contact
            contact[keyPath: path] = typed
            let broken = contact
            await #expect { try await buyer.checksOut(broken) } throws: { ($0 as? OrdersRefusal)?.field == field }
            #expect(try await shop.shown(lamp) == 1)
        }
    }

    @Test("a cancelled order gives its units and its money back", arguments: TestDatabase.all)
    func cancelling(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 2)
            let order = try await Buyer(in: shop).buys(lamp)
            await #expect(throws: StaffRefusal.self) {
                try await cancelOrder(order.id, with: .test, by: .guest(channel: nil), in: shop.database, world: shop.world)
            }
            _ = try await cancelOrder(order.id, with: .test, by: shop.owner, in: shop.database, world: shop.world)
            #expect(try await shop.shown(lamp) == 2)
            await #expect(throws: OrdersRefusal.alreadyCancelled) {
                try await cancelOrder(order.id, with: .test, by: shop.owner, in: shop.database, world: shop.world)
            }
        }
    }
}

/// A provider that says yes and remembers what it was asked.
private struct Recorder: Sendable {
    let log = Heard()

    var provider: PaymentProvider {
        PaymentProvider(
            name: "recorder",
            charge: { amount, _, key in
                log.add(["charge \(amount.plain)"])
                return .captured(reference: "r-\(key)")
            }, refund: { _, amount, _ in log.add(["refund \(amount.plain)"]) })
    }
}
