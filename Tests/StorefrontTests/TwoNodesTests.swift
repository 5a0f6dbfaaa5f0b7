import Catalog
import Channels
import Essentials
import TestKit
import TestShop
import Testing

@Suite("A shop on two nodes")
struct TwoNodesTests {
    /// For how long a page of one node may show what another node has changed: two seconds, in heartbeats. The feed's bell
    /// rings within milliseconds, and each node looks every 400 ms whether or not it heard it; the rest is for a busy machine.
    private static let bound = 200

    @Test("a price that is changed on one node is seen on the other in a moment, on every page that it kept")
    func oldPrices() async throws {
        try await withTwoNodes { one, other in
            let shop = one.shop
            let lamp = try await shop.product("Lamp", price: "10.00", stock: 2)
            let visitor = other.visitor()
            let paths = ["/products/lamp", "/search", "/"]
            try await eventually { try await visitor.get("/products/lamp").body.contains("€10.00") }
            for euros in 11...15 {
                for path in paths { #expect(try await visitor.get(path).status == 200) }
                let price = Price(Money(minorUnits: Int64(euros) * 100, currency: .euro))
                try await shop.write { try setPrice(price, of: lamp, on: shop.prices, by: shop.owner, in: $0, world: shop.world) }
                let old = try await heartbeats {
                    for path in paths {
                        try await eventually { try await visitor.get(path).body.contains("€\(euros).00") }
                    }
                }
                #expect(old < Self.bound)
                // Here it is seen at once.
                #expect(try await one.visitor().get("/products/lamp").body.contains("€\(euros).00"))
            }
        }
    }

    @Test("a channel that is closed on one node is closed on the other in a moment")
    func channels() async throws {
        try await withTwoNodes { one, other in
            let shop = one.shop
            let visitor = other.visitor()
            #expect(try await visitor.get("/").status == 200)
            try await shop.write { _ = try archiveChannel(shop.web.id, by: shop.owner, in: $0, world: shop.world) }
            let open = try await heartbeats { try await eventually { try await visitor.get("/").status == 503 } }
            #expect(open < Self.bound)
        }
    }

    @Test("the last unit is sold once, whichever node sells it")
    func lastUnit() async throws {
        try await withTwoNodes { one, other in
            let lamp = try await one.shop.product("Lamp", stock: 1)
            try await eventually { try await other.visitor().get("/products/lamp").status == 200 }
            let outcomes = await concurrently(12) { number in
                let visitor = number.isMultiple(of: 2) ? one.visitor() : other.visitor()
                _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)", "quantity": "1"])
                let checkout = try await visitor.post("/checkout", Typed.address)
                guard let place = checkout.header("location"), checkout.status == 303 else { return false }
                return try await visitor.post(place + "/payment", ["token": "success_token"]).location?.hasPrefix("/order/") == true
            }
            #expect(outcomes.successes.filter { $0 }.count == 1)
            #expect(outcomes.failures.isEmpty)
            try await one.shop.expectBooksAreSound()
        }
    }
}

/// Two nodes on one PostgreSQL database, each with connections and memory of its own.
private func withTwoNodes(_ body: @escaping @Sendable (Front, Front) async throws -> Void) async throws {
    try await withFolder { folder in
        let (first, second) = try await (
            open(.postgres, in: folder, ShopMigrations.all), open(.postgres, in: folder, ShopMigrations.all)
        )
        let shop = try await Shop(on: first)
        try await withFront(of: shop, on: first) { one in
            try await withFront(of: shop, on: second) { other in try await body(one, other) }
        }
        await first.close()
        await second.close()
        try await PostgresFolder.shared.remove(for: folder)
    }
}
