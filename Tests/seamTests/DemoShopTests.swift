import Catalog
import Channels
import Customers
import Database
import Essentials
import Feed
import Foundation
import Inventory
import Ledger
import Orders
import Places
import Secrets
import Staff
import TestKit
import TestShop
import Testing
import Web

@testable import seam

@Suite("The demo shop")
struct DemoShopTests {
    private static let hasher = PasswordHasher(cost: .worthless)

    /// A database in which the demo shop has just opened.
    private func withDemo(
        on engine: TestDatabase, days: Int = 14, _ body: (DemoShop, any Database, World) async throws -> Void
    ) async throws {
        try await withDatabase(on: engine, ShopMigrations.all + DemoSchema.migrations) { database in
            let world = World.held(by: TestClock())
            let assortment = try DemoAssortment.ours()
            let demo = try #require(
                try await fillDemoShop(with: assortment, days: days, in: database, hasher: Self.hasher, world: world))
            try await body(demo, database, world)
        }
    }

    @Test("opens on an empty database, lives through four weeks, and its books are sound", arguments: TestDatabase.all)
    func opens(on engine: TestDatabase) async throws {
        try await withDemo(on: engine, days: 28) { _, database, world in
            let (ledger, orders) = try await database.read { try (Ledger.check(in: $0), checkOrders(in: $0)) }
            #expect(ledger == [])
            #expect(orders == [])

            let (counts, locations, channels, due, facts) = try await database.read { snapshot in
                try (
                    ProductSummary.counts(in: snapshot), Location.all(in: snapshot), Channel.all(in: snapshot),
                    CountDue.all(limit: 10, in: snapshot), Feed.facts(after: .beginning, limit: 20_000, settled: false, in: snapshot)
                )
            }
            let products = try DemoAssortment.ours().products
            #expect(counts == [.active: products.count - 1, .draft: 1])
            #expect(Set(locations.map(\.code)) == Set(DemoPlace.allCases.map(\.rawValue)))
            #expect(Set(channels.map(\.handle)) == ["web", "till", "pohjola"])
            #expect(due.map(\.missing) == [1])
            let happened = Dictionary(grouping: facts, by: \.topic).mapValues(\.count)
            #expect(happened[OrderPlaced.topic] ?? 0 > 300)
            let rarely = [OrderCancelled.topic, CheckoutExpired.topic, PaymentDeclined.topic, CustomerCreated.topic]
            #expect(rarely.allSatisfy { happened[$0] ?? 0 > 1 }, "\(happened)")
            #expect(facts.map(\.at) == facts.map(\.at).sorted())
            #expect(facts.allSatisfy { $0.at < world.now })
        }
    }

    @Test(
        "fills a database that was served empty before, whatever the currency, and sells through its channels", arguments: TestDatabase.all)
    func afterServing(on engine: TestDatabase) async throws {
        for currency in [Currency.euro, .dollar] {
            try await withDatabase(on: engine, ShopMigrations.all + DemoSchema.migrations) { database in
                let world = World.held(by: TestClock())
                _ = try await ShopFoundation.lay(in: database, currency: currency, world: world)
                _ = try #require(try await fillDemoShop(with: .ours(), days: 14, in: database, hasher: Self.hasher, world: world))
                let (channels, lists) = try await database.read { try (Channel.all(in: $0), PriceList.all(in: $0)) }
                #expect(Set(channels.map(\.handle)) == ["web", "till", "pohjola"])
                #expect(channels.allSatisfy { $0.currency == .euro && !$0.locations.isEmpty })
                #expect(lists.filter { $0.currency == .euro }.count == 2)
                // What is imported now is sold by the web shop, whichever list was made first.
                let foundation = try await ShopFoundation.lay(in: database, currency: currency, world: world)
                #expect(foundation.prices.id == channels.first { $0.handle == "web" }?.priceList)
                #expect(try await fillDemoShop(with: .ours(), days: 14, in: database, hasher: Self.hasher, world: world) == nil)
            }
        }
    }

    @Test("lets its owner into the desk and its associate to the till", arguments: TestDatabase.all)
    func signsIn(on engine: TestDatabase) async throws {
        try await withDemo(on: engine) { demo, database, world in
            _ = try await signIn(name: demo.owner, password: demo.password, on: database, hasher: Self.hasher, world: world)
            _ = try await signIn(name: demo.manager, password: demo.password, on: database, hasher: Self.hasher, world: world)

            let (people, till) = try await database.write { transaction in
                let shop = try #require(try Location.find(code: demo.shop.code, in: transaction))
                let device = try #require(try Device.all(at: shop.id.bits, in: transaction).first { $0.name == DemoShop.till })
                let till = try renewDeviceToken(device.id, by: .system("test"), in: transaction, world: world)
                return (try StaffMember.atTill(of: shop.id.bits, in: transaction), till.token)
            }
            let associate = try #require(people.first { $0.name == demo.associate })
            _ = try await signInByPIN(
                associate.id, pin: demo.pin, till: till, on: database, hasher: Self.hasher, world: world)
            #expect(demo.welcome.contains(demo.owner) && demo.welcome.contains(demo.pin) && demo.welcome.contains(demo.ownerPIN))
            #expect(demo.pin != demo.ownerPIN)
        }
    }

    @Test("has something that is sold out, and a number on the marketplace that wants explaining", arguments: TestDatabase.all)
    func numbers(on engine: TestDatabase) async throws {
        try await withDemo(on: engine) { _, database, _ in
            try await database.read { snapshot in
                let web = try #require(try Channel.find(handle: "web", in: snapshot))
                let marketplace = try #require(try Channel.find(handle: "pohjola", in: snapshot))
                let moss = try #require(try Variant.find(sku: "MUG-MOSS", in: snapshot)).id
                #expect(try availability(of: moss, on: web, in: snapshot).isSoldOut)

                let candle = try #require(try Variant.find(sku: "CANDLE-20", in: snapshot)).id
                let explanation = try explain(candle, on: marketplace, in: snapshot)
                #expect(explanation.quantity == 3)
                #expect(explanation.steps.last?.source == .cap(6, taken: 3))
                #expect(explanation.steps.filter { if case .buffer = $0.source { true } else { false } }.count == 2)
            }
        }
    }

    @Test("stays as it is when it is filled again", arguments: TestDatabase.all)
    func again(on engine: TestDatabase) async throws {
        try await withDemo(on: engine) { _, database, world in
            let before = try await database.read { try Feed.facts(after: .beginning, limit: 20_000, settled: false, in: $0).count }
            #expect(try await fillDemoShop(with: .ours(), days: 14, in: database, hasher: Self.hasher, world: world) == nil)
            #expect(
                try await database.read { try Feed.facts(after: .beginning, limit: 20_000, settled: false, in: $0).count } == before)
        }
    }

    @Test("does not open where somebody works or something is sold already", arguments: TestDatabase.all)
    func occupied(on engine: TestDatabase) async throws {
        let world = World.held(by: TestClock())
        let setUps: [@Sendable (Transaction) throws -> Void] = [
            { _ = try createProduct(ProductDraft(title: "Lamp"), by: .system("test"), in: $0, world: world) },
            { _ = try createStaffMember(StaffDraft(name: "Ada", email: "ada@example.com"), by: .system("test"), in: $0, world: world) },
        ]
        for setUp in setUps {
            try await withDatabase(on: engine, ShopMigrations.all + DemoSchema.migrations) { database in
                try await database.write(setUp)
                #expect(
                    try await fillDemoShop(with: .ours(), days: 14, in: database, hasher: Self.hasher, world: world) == nil)
                #expect(try await database.read { try Location.all(in: $0) } == [])
            }
        }
    }

    @Test("opens once when two fill it at the same time", arguments: TestDatabase.all)
    func twiceAtOnce(on engine: TestDatabase) async throws {
        let world = World.held(by: TestClock())
        try await withDatabase(on: engine, ShopMigrations.all + DemoSchema.migrations) { database in
            let outcomes = await concurrently(2) { _ in
                try await fillDemoShop(with: .ours(), days: 14, in: database, hasher: Self.hasher, world: world)
            }
            // A server lets nobody wait for a lock as long as a slow machine takes to open the shop.
            #expect(outcomes.failures.allSatisfy { ($0 as? DatabaseFault)?.code == "database.busy" })
            #expect(outcomes.successes.compactMap(\.self).count == 1)
        }
    }

    @Test("is translated: into Finnish as a whole, elsewhere by title and options", arguments: TestDatabase.all)
    func translations(on engine: TestDatabase) async throws {
        let assortment = try DemoAssortment.ours()
        try await withDemo(on: engine) { _, database, _ in
            try await database.read { snapshot in
                let list = try #require(try PriceList.find(handle: "retail", in: snapshot))
                let mug = try #require(try Variant.find(sku: "MUG-FOG", in: snapshot)).id
                func title(_ language: String) throws -> String? {
                    try SellableVariant.find([mug], on: list.id, language: language, in: snapshot)[mug]?.title
                }
                #expect(try title("fi") == "Halla-kivitavaramuki – Sumu")
                #expect(try title("zh") == "Halla 炻瓷马克杯 – 雾灰")
                for collection in assortment.collections {
                    let detail = try CollectionDetail.find(handle: collection.handle, language: "fi", in: snapshot)
                    #expect(detail?.title.isFallback == false, "\(collection.handle)")
                }
            }
        }
    }
}
