import Catalog
import Database
import Essentials
import Feed
import Inventory
import Ledger
import Orders
import TestKit
import TestShop
import Testing

@Suite("A shop with thirty million balances")
struct PlanTests {
    /// Tables with at least so many rows grow with the shop; those with fewer (places, channels, price lists) do not.
    private static let few = 40
    /// What a table that grows is said to be larger by: a hundred accounts and more become thirty million and more.
    private static let growth = 150_000
    /// What a list can be narrowed by is counted over all of its products: a list of everything reads the attributes of
    /// everything, once, and the page is kept.
    private static let readByLists: Set = ["product_content"]

    /// Thirty million rows take longer to write than all other tests together. So the shop is filled with a few hundred, the
    /// server looks at them (`ANALYZE`), and is then told that each row stands for `growth` of them: its planner reckons with
    /// `reltuples` in `pg_class`, and that is all that it knows of a table's size beside the length of its file.
    @Test("is never read from end to end by whoever browses, buys, sells at the till, cancels or follows the feed")
    func plans() async throws {
        try await withDatabase(on: .postgres, ShopMigrations.all) { database in
            let explained = ExplainedDatabase(database)
            let shop = try await Shop(on: explained)
            let products = try await fill(shop)
            // As after a few years: pieces behind and pieces ahead.
            for table in [FeedSchema.facts, LedgerSchema.entries] { try await database.makeRoom(in: table, upTo: 35_000_000) }
            let large = try await grow(database)
            #expect(["account", "entry", "fact", "hold", "product", "variant", "price", "cart", "checkout"].allSatisfy(large.contains))
            explained.watch(large.subtracting(Self.readByLists))

            try await withFront(of: shop, on: explained) { front in
                let visitor = front.visitor()
                for path in ["/", "/search", "/search?q=cup", "/products/cup-3", "/collections/cups", "/collections/cups?page=2"] {
                    #expect(try await visitor.get(path).status == 200, "\(path)")
                }
                for product in products.prefix(2) { _ = try await visitor.post("/cart/lines", ["variant": "\(product)", "quantity": "1"]) }
                _ = try await visitor.get("/cart")
                let place = try #require(try await visitor.post("/checkout", Typed.address).location)
                _ = try await visitor.get(place)
                let order = try #require(try await visitor.post(place + "/payment", ["token": "success_token"]).location)
                #expect(try await visitor.get(order).status == 200)
                try await shop.sellsAtTill(products[0])
            }
            try await shop.cancel(Buyer(in: shop).buys(products[1]))
            try await shop.receive(3, of: products[2], at: shop.harbour)
            shop.clock.advance(by: .minutes(60))
            try await shop.fireTimers()
            _ = try await explained.read { snapshot in
                let last = try Feed.last(in: snapshot)
                _ = try Feed.facts(after: last, limit: 200, in: snapshot)
                _ = try Feed.facts(about: products[0].bits, limit: 20, in: snapshot)
                return last
            }
            #expect(explained.count > 80)
            for scan in explained.scans { Issue.record("\(scan)") }
        }
    }

    /// The feed's own order has no time in it, so a follower asks each piece for its next row, by index: that is told, too.
    @Test("reads of a history only the pieces that it may lie in, and of each piece what it wants")
    func pieces() async throws {
        try await withDatabase(on: .postgres, ShopMigrations.all) { database in
            let explained = ExplainedDatabase(database)
            let shop = try await Shop(on: explained)
            let products = try await fill(shop)
            for table in [FeedSchema.facts, LedgerSchema.entries] { try await database.makeRoom(in: table, upTo: 35_000_000) }
            explained.watch(try await grow(database))
            try await explained.read { snapshot in
                let states = (1...6).map(AccountState.init(rawValue:))
                let account = try #require(try Ledger.accounts(.stock, items: [products[0].bits], states: states, in: snapshot).first)
                _ = try Ledger.entries(of: account, before: 15_000_000, limit: 20, in: snapshot)
                _ = try Feed.facts(about: products[0].bits, limit: 20, in: snapshot)
                _ = try Feed.facts(after: .beginning, limit: 200, in: snapshot)
            }
            func pieces(_ plan: String) -> Set<String> { Set(plan.matches(of: /\son\s((?:entry|fact)_\d+)\s/).map { String($0.output.1) }) }
            let history = try #require(explained.plans(of: "FROM entry", "ORDER BY id DESC").first)
            #expect(pieces(history) == ["entry_0", "entry_1"], "\(history)")
            let subject = try #require(explained.plans(of: "FROM fact", "subject =").first)
            #expect(subject.contains("using fact_0_subject"), "\(subject)")
            let feed = try #require(explained.plans(of: "FROM fact", "ORDER BY xact, seq").first)
            #expect(feed.contains("using fact_0_order"), "\(feed)")
            for scan in explained.scans { Issue.record("\(scan)") }
        }
    }

    private func fill(_ shop: Shop) async throws -> [Variant.ID] {
        var products: [Variant.ID] = []
        for number in 1...60 {
            let product = try await shop.product("Cup \(number)", stock: 90, at: shop.mainStreet)
            try await shop.receive(20, of: product, at: shop.harbour)
            products.append(product)
        }
        try await shop.collection("Cups", rule: CollectionRule(.all, [CollectionRule.Condition(.title, .contains, "cup")]))
        for number in 0..<Self.few + 2 {
            let buyer = Buyer(in: shop)
            for place in 0..<3 { try await buyer.adds(products[(number * 7 + place) % products.count]) }
            _ = try await buyer.pays(buyer.checksOut())
        }
        return products
    }

    /// Returns the names of the tables that are large now.
    private func grow(_ database: any Database) async throws -> Set<String> {
        try await database.write { transaction in
            try transaction.connection.define("ANALYZE")
            let large = try transaction.values(
                """
                SELECT relname::text FROM pg_class
                WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND reltuples >= \(Self.few)
                """, as: String.self)
            for table in large { try transaction.connection.define("ALTER TABLE \(table) SET (autovacuum_enabled = false)") }
            try transaction.run(
                """
                UPDATE pg_class SET reltuples = reltuples * \(Self.growth)
                WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND reltuples >= \(Self.few)
                """)
            // A table in pieces is as large as they are.
            let whole = try transaction.values(
                """
                SELECT DISTINCT whole.relname::text FROM pg_inherits AS line JOIN pg_class AS piece ON piece.oid = line.inhrelid
                JOIN pg_class AS whole ON whole.oid = line.inhparent
                WHERE piece.relname IN \(list: large) AND whole.relkind = 'p'
                """, as: String.self)
            return Set(large + whole)
        }
    }
}
