import Catalog
import Essentials
import Synchronization
import TestKit
import TestShop
import Testing

@Suite("What pages cost")
struct BudgetTests {
    @Test("no page needs more statements because it shows more", arguments: TestDatabase.all)
    func pages(on engine: TestDatabase) async throws {
        let statements = Tally()
        try await withFront(on: engine, trace: statements.count) { front in
            let shop = front.shop
            _ = try await shop.shirts(stock: [1, 1, 1, 1])
            let cup = try await shop.product("Cup", stock: 100)
            try await shop.collection("All", rule: CollectionRule(.all, [CollectionRule.Condition(.title, .isNot, "none")]))
            let small = try await costs(front, cart: [cup], statements)

            var more: [Variant.ID] = [cup]
            for number in 10..<60 { more.append(try await shop.product("Bowl \(number)", stock: 100)) }
            for number in 1...5 { try await shop.collection("Bowls \(number)") }
            let large = try await costs(front, cart: Array(more.prefix(20)), statements)
            #expect(small == large)
            for (page, cost) in large.sorted(by: { $0.key < $1.key }) { #expect(cost <= 16, "\(page)") }
        }
    }

    @Test("a page that is kept costs no statement, and one for whoever has a cart", arguments: TestDatabase.all)
    func kept(on engine: TestDatabase) async throws {
        let statements = Tally()
        try await withFront(on: engine, trace: statements.count) { front in
            let lamp = try await front.shop.product("Lamp", stock: 100)
            let visitor = front.visitor()
            for path in ["/", "/search", "/products/lamp"] {
                _ = try await visitor.get(path)
                #expect(try await statements.during { _ = try await visitor.get(path) } == 0, "\(path)")
            }
            _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)"])
            _ = try await visitor.get("/")
            #expect(try await statements.during { _ = try await visitor.get("/") } == 1)
        }
    }

    /// The statements of each page as it is read for the first time, by somebody with that cart.
    private func costs(_ front: Front, cart: [Variant.ID], _ statements: Tally) async throws -> [String: Int] {
        var costs: [String: Int] = [:]
        let stranger = front.visitor()
        for path in [
            "/", "/search?sort=title", "/collections/all", "/products/shirt", "/products/shirt/shops", "/locations", "/locations/S1",
        ] {
            costs[path] = try await statements.during { _ = try await stranger.get(path) }
        }
        let buyer = front.visitor()
        for variant in cart { _ = try await buyer.post("/cart/lines", ["variant": "\(variant)"]) }
        for path in ["/cart", "/checkout"] { costs[path] = try await statements.during { _ = try await buyer.get(path) } }
        let checkout = try #require(try await buyer.post("/checkout", Typed.address).location)
        costs["review"] = try await statements.during { _ = try await buyer.get(checkout) }
        let order = try #require(try await buyer.post(checkout + "/payment", ["token": "success_token"]).location)
        costs["order"] = try await statements.during { _ = try await buyer.get(order) }
        return costs
    }
}

/// Counts the reading statements of a database.
final class Tally: Sendable {
    private let total = Atomic(0)

    var count: @Sendable (String) -> Void {
        { [self] sql in
            let isFrame = ["BEGIN", "COMMIT", "PRAGMA", "SAVEPOINT", "RELEASE"].contains { sql.hasPrefix($0) }
            // Whoever reads the feed does so at any moment, on no page's account.
            if !isFrame, !sql.contains("FROM fact") { total.add(1, ordering: .relaxed) }
        }
    }

    func during(_ body: () async throws -> Void) async throws -> Int {
        let before = total.load(ordering: .relaxed)
        try await body()
        return total.load(ordering: .relaxed) - before
    }
}
