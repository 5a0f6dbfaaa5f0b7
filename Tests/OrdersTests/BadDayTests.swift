import Database
import Essentials
import Orders
import Synchronization
import TestKit
import Testing

@Suite("Buying on a bad day")
struct BadDayTests {
    @Test("an address with four wrong fields is told about all four, and nothing is held", arguments: TestDatabase.all)
    func everyField(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1)
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp)
            let contact = Contact(email: "aino", name: " ", line1: "", postalCode: "00100", city: "Helsinki", country: "Finland")
            let refusal = await #expect(throws: Refusals.self) { try await buyer.checksOut(contact) }
            #expect(refusal?.parts.compactMap(\.field) == ["email", "name", "line1", "country"])
            #expect(try await shop.shown(lamp) == 1)
            let almost = Contact(email: "aino@example.com", name: "Aino", line1: "", postalCode: "", city: "Helsinki", country: "fi")
            await #expect(throws: OrdersRefusal.contact(field: "line1", .missing)) { try await buyer.checksOut(almost) }
        }
    }

    @Test("money that was taken while the disk filled up is never lost: the order follows when there is room", arguments: TestDatabase.all)
    func fullAfterTheMoney(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let lamp = try await shop.product("Lamp", stock: 1)
            let buyer = Buyer(in: shop)
            try await buyer.adds(lamp)
            let checkout = try await buyer.checksOut()
            let disk = FullDisk(shop.database)
            let provider = PaymentProvider(
                name: PaymentProvider.test.name,
                charge: { _, token, key in
                    if token != nil { disk.fill() }
                    return .captured(reference: "test-\(key)")
                }, refund: { _, _, _ in })
            await #expect(throws: OrdersRefusal.paymentUnderWay) {
                try await pay(
                    .id(checkout.id), token: "success_token", with: provider, on: shop.web, by: .guest(channel: shop.web.id.bits), in: disk,
                    world: shop.world)
            }
            // Trying again meanwhile charges nothing.
            await #expect(throws: OrdersRefusal.paymentUnderWay) { try await buyer.pays(checkout) }
            shop.clock.advance(by: .minutes(2))
            try await settlePayments(olderThan: .minutes(1), with: provider, in: shop.database, world: shop.world)
            let order = try #require(try await shop.database.read { try Order.find(checkout.order, in: $0) })
            #expect(order.total == checkout.total)
            #expect(try await shop.level(lamp).of(.committed) == 1)
        }
    }
}

/// A database whose disk fills up when somebody says so; reading goes on.
private final class FullDisk: Database {
    private let database: any Database
    private let isFull = Mutex(false)

    init(_ database: any Database) { self.database = database }

    func fill() { isFull.withLock { $0 = true } }

    func read<T: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T { try await database.read(body) }

    func write<T: Sendable>(contending: [ContendedKey], _ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        if isFull.withLock({ $0 }) { throw DatabaseFault.full("shop.db") }
        return try await database.write(contending: contending, body)
    }

    func afterCommit(_ observer: @escaping @Sendable ([any Sendable]) -> Void) { database.afterCommit(observer) }
    func foreignCommits() -> AsyncStream<Void> { database.foreignCommits() }
    func close() async {}
}
