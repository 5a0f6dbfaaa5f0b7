import Catalog
import Essentials
import Foundation
import Inventory
import TestKit
import TestShop
import Testing

@Suite("Browsing the web shop")
struct BrowsingTests {
    @Test("a collection is shown a page of 24 at a time, each with an address of its own", arguments: TestDatabase.all)
    func paging(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            for number in 10..<60 { _ = try await shop.product("Cup \(number)", price: "\(number).00", stock: 1) }
            try await shop.collection("Cups", rule: CollectionRule(.all, [CollectionRule.Condition(.title, .startsWith, "cup")]))
            let visitor = front.visitor()
            let first = try await visitor.get("/collections/cups?sort=price")
            #expect(first.body.contains("50 products"))
            #expect(first.body.tiles.first == "Cup 10")
            #expect(first.body.tiles.count == 24)
            #expect(first.body.contains("rel=\"next\" href=\"/collections/cups?sort=price&amp;page=2\""))
            let last = try await visitor.get("/collections/cups?sort=price&page=3")
            #expect(last.body.tiles == ["Cup 58", "Cup 59"])
            #expect(last.body.contains("<link rel=\"canonical\" href=\"\(front.address)/collections/cups?sort=price&amp;page=3\">"))
            #expect(try await visitor.get("/collections/cups?sort=priceDescending").body.tiles.first == "Cup 59")
            #expect(try await visitor.get("/collections/cups?min=57&max=58&sort=title").body.tiles == ["Cup 57", "Cup 58"])
            #expect(try await visitor.get("/collections/bowls").status == 404)
            #expect(try await visitor.get("/").body.contains("href=\"/collections/cups\""))
        }
    }

    @Test("a list can be narrowed to vendors and to what is in stock, and goes on where it ended", arguments: TestDatabase.all)
    func narrowing(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            for number in 100..<170 {
                let stock: Int64 = number.isMultiple(of: 2) ? 1 : 0
                _ = try await shop.product(
                    ProductDraft(title: "Cup \(number)", vendor: number < 150 ? "Ivar" : "Alma & Söhne"), price: "\(number).00",
                    stock: stock)
            }
            let visitor = front.visitor()
            let alma = try await visitor.get("/search?vendor=Alma+%26+S%C3%B6hne&sort=title")
            #expect(alma.body.contains("20 products"))
            #expect(alma.body.contains("value=\"Alma &amp; Söhne\" checked"))
            #expect(alma.body.contains("<span class=\"soft\">50</span>"))

            var path: String? = "/search?in_stock=1&sort=title"
            var seen: [[String]] = []
            while let here = path {
                let page = try await visitor.get(here).body
                #expect(!page.contains("is-sold-out"))
                seen.append(page.tiles)
                path = page.firstMatch(of: /rel="next" href="([^"]+)"/).map { String($0.1).replacing("&amp;", with: "&") }
            }
            #expect(seen.map(\.count) == [24, 11])
            #expect(seen.joined().map { $0 } == stride(from: 100, to: 170, by: 2).map { "Cup \($0)" })
        }
    }

    @Test("the search box finds products by words, SKU and barcode, and can be narrowed", arguments: TestDatabase.all)
    func search(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            for name in ["Reading lamp", "Floor lamp, café", "Cup"] {
                try await shop.product(ProductDraft(title: name, vendor: name == "Cup" ? "Ivar" : "Alma"), price: "10.00", stock: 1)
            }
            let variant = VariantDraft(
                sku: "TBL-42", barcode: "4006381333931", prices: [shop.prices: Price(Money(minorUnits: 900, currency: .euro))])
            _ = try await shop.create(ProductDraft(title: "Table", variants: [variant]), stock: [1])
            let visitor = front.visitor()
            func found(_ query: String) async throws -> [String] { try await visitor.get("/search?sort=title&q=" + query).body.tiles }
            #expect(try await found("LAMP") == ["Floor lamp, café", "Reading lamp"])
            #expect(try await found("lamp+cafe") == ["Floor lamp, café"])
            #expect(try await found("tbl-4") == ["Table"])
            #expect(try await found("4006381333931") == ["Table"])
            #expect(try await found("lamp+table") == [])
            #expect(try await found("").count == 4)
            #expect(try await found("lamp&max=5") == [])
            let page = try await visitor.get("/search?q=lamp").body
            #expect(page.contains("2 products"))
            #expect(page.contains("Results for “lamp”"))
            #expect(!page.contains("value=\"Ivar\""))
        }
    }

    @Test("an earlier address of a product leads to the one that it has now", arguments: TestDatabase.all)
    func redirect(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp", stock: 1)
            let visitor = front.visitor()
            #expect(try await visitor.get("/products/lamp").status == 200)
            try await shop.change(lamp) { $0.handle = "table-lamp" }
            let old = try await visitor.get("/products/lamp")
            #expect(old.status == 301)
            #expect(old.location == "/products/table-lamp")
            #expect(try await visitor.get("/products/table-lamp").status == 200)
        }
    }

    @Test("drafts and what was archived are not there", arguments: TestDatabase.all)
    func hidden(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp", stock: 1)
            let visitor = front.visitor()
            #expect(try await visitor.get("/products/lamp").status == 200)
            try await shop.change(lamp) { $0.status = .draft }
            let gone = try await visitor.get("/products/lamp")
            #expect(gone.status == 404)
            #expect(gone.body.contains("This is not sold here, or not any more."))
            #expect(gone.body.contains("shop-menu") == false)
            #expect(try await visitor.get("/").body.contains("The shelves are still empty"))
        }
    }

    @Test(
        "each choice leads to its variant, says what is sold out and what is not made, and keeps the other choice",
        arguments: TestDatabase.all)
    func variants(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let prices = front.shop.prices
            let variants = [["Black", "S"], ["Black", "M"], ["White", "S"]].enumerated().map { index, options in
                VariantDraft(options: options, prices: [prices: Price(Money(minorUnits: 2_000 + Int64(index) * 100, currency: .euro))])
            }
            let shirt = ProductDraft(title: "Shirt", options: ["Colour", "Size"], variants: variants)
            let ids = try await front.shop.create(shirt, stock: [0, 3, 7])
            let visitor = front.visitor()
            // The first that can be had is shown: black, M.
            let page = try await visitor.get("/products/shirt").body
            #expect(page.contains("name=\"variant\" value=\"\(ids[1])\""))
            #expect(page.contains("data-live=\"stock:\(ids[1])\">3</b>"))
            #expect(page.options == ["Black", "White, not in this combination", "S, sold out", "M"])
            let white = try await visitor.get("/products/shirt?variant=\(ids[2])").body
            #expect(white.contains("data-live=\"stock:\(ids[2])\">7</b>"))
            #expect(white.contains("€22.00"))
            #expect(white.options == ["Black, sold out", "White", "S", "M, not in this combination"])
        }
    }

    @Test("a product's page leads to the shops that have it, the nearest first", arguments: TestDatabase.all)
    func shelves(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp", stock: 0)
            try await shop.receive(2, of: lamp, at: shop.harbour)
            let visitor = front.visitor()
            let page = try await visitor.get("/products/lamp").body
            #expect(page.contains("In one of our shops now"))
            #expect(!page.contains("Lies in our warehouse"))
            let shelves = try await visitor.get("/products/lamp/shops").body
            #expect(shelves.contains("2 here"))
            #expect(shelves.contains("None now"))
            #expect(!shelves.contains(shop.warehouse.name))
            #expect(try await visitor.get("/products/lamp/shops?near=Atlantis").body.contains("We have no shop by “Atlantis”"))
            try await shop.move(shop.mainStreet, to: 60.1699, 24.9384)
            try await shop.move(shop.harbour, to: 60.4518, 22.2666)
            let near = try await visitor.get("/products/lamp/shops?near=Main%20Street").body
            #expect(near.contains("Nearest to “Main Street” first."))
            #expect(near.contains("0 m · 1 Main Street"))
            #expect(near.contains("150 km · 1 Harbour"))
            #expect(try await visitor.get("/products/lamp/shops?near=60.46,22.27").body.contains("930 m · 1 Harbour"))
            #expect(try await visitor.get("/products/none/shops").status == 404)
        }
    }

    @Test("a product shows what stands beside it, and tells programs what it is and costs", arguments: TestDatabase.all)
    func besides(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp </script>", stock: 1, at: shop.mainStreet)
            let cup = try await shop.product("Cup", stock: 1, at: shop.mainStreet)
            try await shop.collection("All", rule: CollectionRule(.all, [CollectionRule.Condition(.title, .isNot, "none")]))
            let visitor = front.visitor()
            let page = try await visitor.get("/products/cup").body
            #expect(page.tiles == ["Lamp &lt;/script&gt;"])
            #expect(page.contains("<a href=\"/collections/all\">All</a>"))
            #expect(page.contains("\"availability\":\"https://schema.org/InStock\""))
            #expect(page.contains("\"@type\":\"BreadcrumbList\""))
            #expect(!(try await visitor.get("/products/lamp-script").body.contains("Lamp </script>")))
            // What sells out beside it is told on its page too.
            try await shop.sellsAtTill(lamp)
            #expect(try await visitor.get("/products/cup").body.contains("is-sold-out"))
            try await shop.sellsAtTill(cup)
            #expect(try await visitor.get("/products/cup").body.contains("https://schema.org/OutOfStock"))
        }
    }

    @Test("what a merchant wrote is shown without anything that could run", arguments: TestDatabase.all)
    func merchantHTML(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let body = "<p onclick=\"x()\">Warm <b>light</b><script>steal()</script>"
            _ = try await front.shop.product(
                ProductDraft(title: "Lamp <i>\"&\"", body: body, media: [MediaDraft(url: "https://a.example/\"onerror=x", alt: "a\"b")]))
            let page = try await front.visitor().get("/products/lamp-i").body
            #expect(page.contains("<p>Warm <b>light</b></p>"))
            #expect(page.contains("<h1>Lamp &lt;i&gt;&quot;&amp;&quot;</h1>"))
            #expect(!page.contains("steal"))
            #expect(!page.contains(/<img[^>]*"onerror/))
        }
    }

    @Test("shops are found by town and shown with their hours", arguments: TestDatabase.all)
    func shops(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let visitor = front.visitor()
            let all = try await visitor.get("/locations").body
            #expect(all.contains("Main Street"))
            #expect(all.contains("Harbour"))
            #expect(!all.contains("Warehouse"))
            let found = try await visitor.get("/locations?q=harb").body
            #expect(!found.contains("Main Street"))
            #expect(try await visitor.get("/locations/S2").body.contains("1 Harbour"))
            #expect(try await visitor.get("/locations/W1").status == 404)
            #expect(try await visitor.get("/locations?q=nowhere").body.contains("No shop matches"))
        }
    }
}

extension String {
    /// The titles of the products in a list.
    var tiles: [String] { matches(of: /<span class="tile-title">([^<]*)<\/span>/).map { String($0.1) } }

    /// The choices of a product, as they are read aloud.
    var options: [String] {
        matches(of: /<a class="option[^>]*>(.*?)<\/a>/).map { String($0.1).replacing(/<[^>]*>/, with: "") }
    }
}
