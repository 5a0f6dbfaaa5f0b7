import AsyncHTTPClient
import Catalog
import Essentials
import Feed
import Foundation
import Hummingbird
import Logging
import Places
import Secrets
import ServiceLifecycle
import Staff
import TestKit
import TestShop
import Testing
import Web

@testable import Till

/// A running server with the till's routes, on a small shop with a till channel in Main Street.
struct TillSite: Sendable {
    let shop: Shop
    let till: Till
    let address: String
    let client: HTTPClient

    static let password = "a horse of course"
    static let pin = "2580"

    /// Another browser.
    func browser() -> Visitor { Visitor(of: address, client: client) }

    /// Takes somebody on who signs in with the usual password and PIN.
    func hire(_ name: String, _ role: Role, at location: Location?) async throws -> StaffMember {
        var draft = StaffDraft(
            name: name, email: "\(name.lowercased())@example.com", grants: [Grant(role: role, location: location?.id.bits)])
        draft.password = try await till.hasher.hash(password: Self.password, world: shop.world)
        draft.pin = try await till.hasher.hash(pin: Self.pin, world: shop.world)
        let (complete, owner, world) = (draft, shop.owner, shop.world)
        return try await shop.write { try createStaffMember(complete, by: owner, in: $0, world: world) }
    }

    /// A browser that a manager has made a till.
    func registered(_ name: String = "Till 1", at location: Location? = nil, by manager: String = "Mona") async throws -> Visitor {
        let browser = browser()
        _ = try await browser.post("/till/register/sign-in", ["email": "\(manager.lowercased())@example.com", "password": Self.password])
        let answer = try await browser.post(
            "/till/register", ["location": (location ?? shop.mainStreet).id.description, "name": name])
        #expect(answer.location == "/till/sign-in")
        return browser
    }

    /// A till at which somebody has typed their PIN.
    func counter(_ person: StaffMember) async throws -> Visitor {
        let browser = try await registered("Till of \(person.name)")
        let answer = try await browser.post("/till/sign-in", ["staff": person.id.description, "pin": Self.pin])
        #expect(answer.location == "/till")
        return browser
    }

    /// A product with a SKU and a barcode, and units in Main Street.
    func product(_ title: String, price: String, sku: String? = nil, barcode: String? = nil, stock: Int64 = 0) async throws -> Variant.ID {
        let price = try #require(Money(parsing: price, currency: .euro))
        let (owner, world, list) = (shop.owner, shop.world, shop.prices)
        let id = try await shop.write { transaction in
            let variant = VariantDraft(sku: sku, barcode: barcode, prices: [list: Price(price)])
            let draft = ProductDraft(title: title, status: .active, variants: [variant])
            let product = try createProduct(draft, by: owner, in: transaction, world: world)
            return try #require(try Variant.of([product.id], in: transaction)[product.id]?.first?.id)
        }
        if stock > 0 { try await shop.receive(stock, of: id, at: shop.mainStreet) }
        return id
    }
}

/// The sale as the module sends it.
struct SaleToSend: Encodable {
    struct Line: Encodable {
        var variant: String
        var quantity: Int
        var unitPrice: Int
        var discount = 0
        var note = ""
    }
    struct Tender: Encodable {
        var kind: String
        var amount: Int
        var reference = ""
    }

    var id: String
    var staff: String
    var currency = "EUR"
    var lines: [Line]
    /// As a till kept it that knew no other tenders; `tenders` goes before it.
    var cash: Int?
    var tenders: [Tender]?
    var customer: String?
    var note = ""
    var at = "2026-03-02T09:00:00.000Z"
}

func withTill(on engine: TestDatabase, trace: (@Sendable (String) -> Void)? = nil, _ body: @Sendable (TillSite) async throws -> Void)
    async throws
{
    try await withShop(on: engine, trace: trace) { shop in
        let folder = ProjectFolder.root.appending(path: "Templates/till").path
        let texts = ["sentences", "till", "till-script"].map { ProjectFolder.root.appending(path: "Texts/" + $0).path }
        let till = Till(
            database: shop.database, world: shop.world, tail: try await FeedTail(of: shop.database),
            templates: try Templates([folder], catalogues: Array(texts.prefix(2))), scripts: try Texts(Array(texts.suffix(1))),
            hasher: PasswordHasher(cost: .worthless, waiting: 1_000))
        var options = WebServerOptions()
        options.port = 0
        let (ports, listening) = AsyncStream<Int>.makeStream()
        let logger = Logger(label: "till", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = try WebServer(options, logger: logger, onceListening: { listening.yield($0) }) { till.add(to: $0) }
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
        let client = Visitor.client()
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let outcome: Result<Void, any Error>
            do {
                var iterator = ports.makeAsyncIterator()
                let port = try #require(await iterator.next())
                let site = TillSite(shop: shop, till: till, address: "http://127.0.0.1:\(port)", client: client)
                _ = try await site.hire("Mona", .manager, at: nil)
                outcome = .success(try await body(site))
            } catch {
                outcome = .failure(error)
            }
            try? await client.shutdown()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try outcome.get()
        }
    }
}
