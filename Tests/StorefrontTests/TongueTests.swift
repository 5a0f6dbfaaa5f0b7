import Catalog
import TestKit
import TestShop
import Testing

@Suite("A shop in six languages")
struct TongueTests {
    private func withSpokenFront(_ engine: TestDatabase, _ body: @escaping @Sendable (Front) async throws -> Void) async throws {
        try await withShop(on: engine) { shop in
            try await withFront(of: shop, on: shop.database, isSpoken: true, body: body)
        }
    }

    @Test("the address decides, and every link leads on in the same language", arguments: TestDatabase.all)
    func address(on engine: TestDatabase) async throws {
        try await withSpokenFront(engine) { front in
            let lamp = try await front.shop.product("Lamp", price: "49.90", stock: 1)
            let page = try await front.visitor().get("/fi/products/lamp").body
            #expect(page.contains("<html lang=\"fi\">"))
            #expect(page.contains("Lisää ostoskoriin"))
            #expect(page.contains("action=\"/fi/cart/lines\""))
            #expect(page.contains("<h1 lang=\"en\">Lamp</h1>"), "what is not translated is marked as what it is")
            let list = try await front.visitor().get("/fi/search").body
            #expect(list.contains("<span class=\"tile-title\" lang=\"en\">Lamp</span>"), "in a list, too")
            #expect(try await !front.visitor().get("/search").body.contains("lang=\"en\">Lamp"))
            #expect(page.contains("<link rel=\"alternate\" hreflang=\"ja\" href=\"\(front.address)/ja/products/lamp\">"))
            #expect(page.contains("hreflang=\"x-default\" href=\"\(front.address)/products/lamp\">"))
            #expect(page.contains("<link rel=\"canonical\" href=\"\(front.address)/fi/products/lamp\">"))
            let visitor = front.visitor()
            let added = try await visitor.post("/fi/cart/lines", ["variant": lamp.description, "quantity": "1"])
            #expect(added.location == "/fi/cart")
            #expect(try await visitor.get("/fi/cart").body.contains("Siirry kassalle"))
        }
    }

    @Test("search engines find the addresses of each language, and leave alone what is one's own in each", arguments: TestDatabase.all)
    func programs(on engine: TestDatabase) async throws {
        try await withSpokenFront(engine) { front in
            _ = try await front.shop.product("Lamp", stock: 1)
            let robots = try await front.visitor().get("/robots.txt").body.split(separator: "\n")
            for path in ["/cart", "/fi/cart", "/ja/checkout", "/zh/account", "/ko/search?", "/ru/wishlist"] {
                #expect(robots.contains("Disallow: \(path)"))
            }
            let index = try await front.visitor().get("/sitemap.xml").body
            #expect(index.contains("/sitemap/pages.xml") && index.contains("/sitemap/ja-products-1.xml") && !index.contains("en-pages"))
            #expect(
                try await front.visitor().get("/sitemap/ja-products-1.xml").body.contains("<loc>\(front.address)/ja/products/lamp</loc>"))
            #expect(try await front.visitor().get("/sitemap/fi-pages.xml").body.contains("<loc>\(front.address)/fi/locations/S1</loc>"))
            for file in ["en-pages", "xx-pages", "-pages", "fi-products-2"] {
                #expect(try await front.visitor().get("/sitemap/\(file).xml").status == 404, "\(file)")
            }
        }
    }

    @Test("what a product is like is said in the shopper's language, and so is what a list is narrowed by", arguments: TestDatabase.all)
    func attributes(on engine: TestDatabase) async throws {
        try await withSpokenFront(engine) { front in
            let shop = front.shop
            for (title, type, material, litres) in [("Pot", "Pots", "Iron", 2.5), ("Bowl", "Bowls", "Clay", 1), ("Jug", "Jugs", "Clay", 1)]
            {
                let attributes = try Attributes([
                    (name: "material", value: .text(material)), (name: "litres", value: .number(litres)),
                    (name: "new", value: .boolean(true)),
                ])
                try await shop.product(ProductDraft(title: title, type: type, attributes: attributes, variants: [VariantDraft()]), stock: 1)
            }
            try await shop.translate("pot", ["material": "aine", "Iron": "Rauta", "Pots": "Padat", "litres": "litraa", "new": "uusi"])
            let visitor = front.visitor()
            let pot = try await visitor.get("/fi/products/pot").body
            #expect(pot.contains("<dt>Aine</dt><dd>Rauta</dd>") && pot.contains("<dt>Litraa</dt><dd>2,5</dd>"))
            #expect(try await visitor.get("/products/pot").body.contains("<dt>Litres</dt><dd>2.5</dd>"))
            let list = try await visitor.get("/fi/search?is=material%3DIron&is=new%3Dtrue").body
            #expect(list.contains("<summary>Aine<") && list.contains("value=\"material=Iron\" checked> Rauta"))
            let wide = try await visitor.get("/fi/search").body
            #expect(wide.contains("> Padat <") && wide.contains("> Bowls <"), "what nobody has translated is said as it is")
            #expect(list.contains("Aine: Rauta<svg") && list.contains("Uusi: Kyllä<svg"))
            #expect(try await visitor.get("/search").body.contains("<summary>Material<"))
        }
    }

    @Test("what a picture shows is said in the shopper's language, or says in which it is", arguments: TestDatabase.all)
    func pictures(on engine: TestDatabase) async throws {
        try await withSpokenFront(engine) { front in
            let media = [("pot", "A black pot"), ("lid", "Its lid")].map { MediaDraft(url: "https://example.com/\($0).webp", alt: $1) }
            try await front.shop.product(ProductDraft(title: "Pot", variants: [VariantDraft()], media: media), stock: 1)
            try await front.shop.translate("pot", ["A black pot": "Musta pata"])
            let visitor = front.visitor()
            let finnish = try await visitor.get("/fi/products/pot").body
            #expect(finnish.contains(#"alt="Musta pata" width"#) && finnish.contains(#"alt="Its lid" lang="en" width"#))
            #expect(try await visitor.get("/fi/search").body.contains(#"alt="Musta pata""#))
            let english = try await visitor.get("/products/pot").body
            #expect(english.contains(#"alt="A black pot" width"#) && english.contains(#"alt="Its lid" width"#))
        }
    }

    @Test("a plain address leads to what was chosen, else to what the browser prefers", arguments: TestDatabase.all)
    func choice(on engine: TestDatabase) async throws {
        try await withSpokenFront(engine) { front in
            let visitor = front.visitor()
            #expect(try await visitor.get("/").body.contains("<html lang=\"en\">"))
            let russian = try await visitor.get("/search?q=a", saying: ["accept-language": "ru-RU,ru;q=0.9"])
            #expect(russian.status == 302)
            #expect(russian.location == "/ru/search?q=a")
            #expect(try await visitor.post("/language", ["language": "ko"]).location == "/ko/")
            #expect(try await visitor.get("/cart", saying: ["accept-language": "ru"]).location == "/ko/cart")
            #expect(try await visitor.post("/language", ["language": "en"]).location == "/")
            #expect(try await visitor.get("/cart", saying: ["accept-language": "ru"]).status == 200)
            #expect(try await visitor.get("/en/cart").location == "/cart", "the shop's own language has one address")
            #expect(try await visitor.post("/language", ["language": "xx"]).location == "/")
        }
    }

    @Test("a refusal is told in the reader's language, to programs too", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withSpokenFront(engine) { front in
            let visitor = front.visitor()
            let page = try await visitor.get("/zh/products/none")
            #expect(page.status == 404)
            #expect(page.body.contains("本店不销售此商品，或已停售。"))
            let problem = try await visitor.get("/ja/products/none", saying: ["accept": "application/json"]).body
            #expect(problem.contains("\"code\":\"shop.no_product\""))
            #expect(problem.contains("こちらの商品は取り扱っていないか、販売を終了しました。"))
            let signIn = try await visitor.post("/ru/sign-in", ["email": "", "password": ""])
            #expect(signIn.body.contains("Заполните это поле."))
        }
    }

    @Test("guesses are counted together, whatever language they are made in", arguments: TestDatabase.all)
    func guesses(on engine: TestDatabase) async throws {
        try await withSpokenFront(engine) { (front: Front) async throws in
            let visitor = front.visitor()
            for attempt in 0..<20 {
                let home = ["", "/fi", "/ru"][attempt % 3]
                #expect(try await visitor.post(home + "/find-order", ["number": "1", "email": "ada@example.com"]).status != 429)
            }
            #expect(try await visitor.post("/ja/find-order", ["number": "1", "email": "ada@example.com"]).status == 429)
            #expect(try await visitor.post("/find-order", ["number": "1", "email": "ada@example.com"]).status == 429)
        }
    }
}
