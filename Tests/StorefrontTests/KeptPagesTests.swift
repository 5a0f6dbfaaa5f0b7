import Catalog
import Channels
import Essentials
import Inventory
import Orders
import TestKit
import TestShop
import Testing

@testable import Storefront

@Suite("Pages that are kept")
struct KeptPagesTests {
    @Test("a sale at the till shows on the product's page at once, and on no other page", arguments: TestDatabase.all)
    func sale(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp", stock: 2, at: shop.mainStreet)
            _ = try await shop.product("Cup", stock: 9)
            let visitor = front.visitor()
            for path in ["/products/lamp", "/products/cup", "/search", "/"] { _ = try await visitor.get(path) }
            let kept = try #require(try await visitor.get("/products/cup").header("etag"))
            let list = try #require(try await visitor.get("/search").header("etag"))

            try await shop.sellsAtTill(lamp)
            #expect(try await visitor.get("/products/lamp").body.contains("data-live=\"stock:\(lamp)\">1</b>"))
            #expect(try await visitor.get("/products/cup").header("etag") == kept)
            // A list shows only whether there are any.
            #expect(try await visitor.get("/search").header("etag") == list)
            #expect(!(try await visitor.get("/search").body.contains("is-sold-out")))

            try await shop.sellsAtTill(lamp)
            #expect(try await visitor.get("/search").body.contains("is-sold-out"))
            #expect(try await visitor.get("/").body.contains("is-sold-out"))
            try await shop.receive(1, of: lamp, at: shop.harbour)
            #expect(!(try await visitor.get("/search").body.contains("is-sold-out")))
            #expect(try await visitor.get("/products/lamp").body.contains("data-live=\"stock:\(lamp)\">1</b>"))
        }
    }

    @Test("a page says the address that it was asked for at, and never one that somebody else came to", arguments: TestDatabase.all)
    func addresses(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            _ = try await front.shop.product("Lamp", stock: 2)
            let other = Visitor(of: front.address.replacing("localhost", with: "127.0.0.1"), client: front.client)
            for visitor in [front.visitor(), other, front.visitor()] {
                let page = try await visitor.get("/products/lamp").body
                #expect(page.contains("<link rel=\"canonical\" href=\"\(visitor.address)/products/lamp\">"))
                #expect(page.contains("\"url\":\"\(visitor.address)/products/lamp\""))
                #expect(page.contains("\"item\":\"\(visitor.address)/\""))
                let shop = try await visitor.get("/locations/S1").body
                #expect(
                    shop.contains("href=\"\(visitor.address)/locations/S1\"")
                        && shop.contains("\"url\":\"\(visitor.address)/locations/S1\""))
            }
        }
    }

    @Test("a new price, a new title and a new collection are seen by the next visitor", arguments: TestDatabase.all)
    func changes(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp", price: "10.00", stock: 2)
            let visitor = front.visitor()
            for path in ["/products/lamp", "/search", "/"] { #expect(try await visitor.get(path).body.contains("€10.00")) }
            let price = Price(Money(minorUnits: 800, currency: .euro), compareAt: Money(minorUnits: 1_000, currency: .euro))
            try await shop.write { try setPrice(price, of: lamp, on: shop.prices, by: shop.owner, in: $0, world: shop.world) }
            for path in ["/products/lamp", "/search", "/"] {
                let body = try await visitor.get(path).body
                #expect(body.contains("€8.00"))
                #expect(body.contains("<s class=\"price-before\">"))
            }
            try await shop.change(lamp) { $0.title = "Desk lamp" }
            for path in ["/products/lamp", "/search", "/"] { #expect(try await visitor.get(path).body.contains("Desk lamp")) }
            _ = try await shop.product("Cup", stock: 1)
            #expect(try await visitor.get("/search").body.tiles.contains("Cup"))
            try await shop.collection("Light", rule: CollectionRule(.all, [CollectionRule.Condition(.title, .contains, "lamp")]))
            #expect(try await visitor.get("/products/lamp").body.contains("<a href=\"/collections/light\">Light</a>"))
        }
    }

    @Test("a channel that sells less shows less at once", arguments: TestDatabase.all)
    func channelRule(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp", stock: 10)
            let visitor = front.visitor()
            #expect(try await visitor.get("/products/lamp").body.contains(">10</b>"))
            try await shop.write { transaction in
                _ = try setStockRule(
                    of: shop.web.id, to: StockRule(buffer: 4), version: shop.web.version, by: shop.owner, in: transaction, world: shop.world
                )
            }
            #expect(try await visitor.get("/products/lamp").body.contains("stock:\(lamp)\">6</b>"))
        }
    }

    @Test("the number in the corner is one's own, on a page that everybody shares", arguments: TestDatabase.all)
    func corner(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 2)
            let (one, other) = (front.visitor(), front.visitor())
            _ = try await one.post("/cart/lines", ["variant": "\(lamp)", "quantity": "2"])
            #expect(try await one.get("/products/lamp").body.contains("aria-label=\"Cart, 2 items\""))
            let shared = try await other.get("/products/lamp").body
            #expect(shared.contains("aria-label=\"Cart, empty\""))
            #expect(!shared.contains("hole"))
        }
    }

    @Test("a shop without a web channel says that it is closed, and opens by itself", arguments: TestDatabase.all)
    func closed(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let visitor = front.visitor()
            #expect(try await visitor.get("/").status == 200)
            try await shop.write { _ = try archiveChannel(shop.web.id, by: shop.owner, in: $0, world: shop.world) }
            let closed = try await visitor.get("/")
            #expect(closed.status == 503)
            #expect(closed.body.contains("This shop is not open yet."))
            try await shop.write { _ = try reopenChannel(shop.web.id, by: shop.owner, in: $0, world: shop.world) }
            #expect(try await visitor.get("/").status == 200)
        }
    }
}

extension Shop {
    /// One unit over the counter in Main Street.
    func sellsAtTill(_ variant: Variant.ID) async throws {
        let (owner, world, till, place) = (owner, world, till, mainStreet.id)
        let sale = TillSale(
            id: world.id(), lines: [TillSale.Line(variant, quantity: 1, unitPrice: Money(minorUnits: 4_990, currency: .euro))],
            cash: Money(minorUnits: 5_000, currency: .euro), at: world.now)
        let context = SaleContext(channel: till.id, location: place, currency: .euro)
        try await write { _ = try ringUp(sale, in: context, on: till, by: owner, in: $0, world: world) }
    }
}
