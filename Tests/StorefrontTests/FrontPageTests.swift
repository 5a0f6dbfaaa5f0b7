import Catalog
import Channels
import Content
import Essentials
import TestKit
import TestShop
import Testing

@Suite("The front of the shop")
struct FrontPageTests {
    @Test("shows by itself what there is, and what the merchant arranged from the moment on", arguments: TestDatabase.all)
    func arranged(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            _ = try await shop.product("Lamp", stock: 1)
            _ = try await shop.product("Cup", stock: 0)
            try await shop.collection("Light", rule: CollectionRule(.all, [CollectionRule.Condition(.title, .contains, "lamp")]))
            let visitor = front.visitor()
            let bare = try await visitor.get("/").body
            #expect(bare.tiles == ["Cup", "Lamp"])
            #expect(!bare.contains("class=\"map\""))

            try await shop.arrange([
                FrontBlock(.hero, title: "Come in & stay", link: .init(title: "Light", address: "/collections/light")),
                FrontBlock(.products, title: "Bright", collections: ["light"]), FrontBlock(.products, title: "Gone", collections: ["gone"]),
                FrontBlock(.collections, collections: ["gone", "light"]),
                FrontBlock(.story, title: "Why", text: "<p>So.<script>x()</script></p>"),
            ])
            let arranged = try await visitor.get("/").body
            #expect(arranged.contains("<h1>Come in &amp; stay</h1>"))
            #expect(arranged.tiles == ["Lamp"])
            #expect(arranged.contains("<div class=\"prose\"><p>So.</p></div>"))
            #expect(!arranged.contains("Gone"))
            #expect(arranged.matches(of: /class="name">Light</).count == 1)
        }
    }

    @Test("is read in the shopper's language, and marks what nobody has translated", arguments: TestDatabase.all)
    func languages(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            _ = try await shop.product("Lamp", stock: 1)
            let finnish = FrontWords(title: "Tule sisään", linkTitle: "Valot")
            try await shop.arrange([
                FrontBlock(
                    .hero, title: "Come in", text: "It is warm.", link: .init(title: "Light", address: "/collections/light"),
                    translations: ["fi": finnish]),
                FrontBlock(.products, title: "Bright"),
            ])
            let (owner, world, web) = (shop.owner, shop.world, shop.web.id)
            try await shop.write { transaction in
                let guide = ShopGuide(delivery: 2...4, deliveryWords: "By tram.")
                try guideShoppers(of: web, by: guide, actor: owner, in: transaction, world: world)
                try translateGuide(
                    of: web, into: "fi", ShopGuideWords(delivery: "Ratikalla."), by: owner, in: transaction, world: world)
            }
            try await withFront(of: shop, on: shop.database, isSpoken: true, body: Self.readsInFinnish)
        }
    }

    private static let readsInFinnish: @Sendable (Front) async throws -> Void = { front in
        let visitor = front.visitor()
        let page = try await visitor.get("/fi/").body
        #expect(page.contains("<h1>Tule sisään</h1>") && page.contains(">Valot</a>"))
        #expect(page.contains("<p lang=\"en\">It is warm.</p>"))
        #expect(page.contains("<h2 id=\"block-2\" lang=\"en\">Bright</h2>"))
        let lamp = try await visitor.get("/fi/products/lamp").body
        #expect(lamp.contains("<span class=\"soft\">Ratikalla.</span>"))
        #expect(try await visitor.get("/ja/products/lamp").body.contains("<span class=\"soft\" lang=\"en\">By tram.</span>"))
        #expect(try await visitor.get("/").body.contains("<h1>Come in</h1>"))
    }

    @Test("shows the shops on a map once it is known where they lie", arguments: TestDatabase.all)
    func map(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            _ = try await shop.product("Lamp", stock: 1)
            let visitor = front.visitor()
            _ = try await visitor.get("/")
            try await shop.move(shop.mainStreet, to: 60.17, 24.94)
            try await shop.move(shop.harbour, to: 60.45, 22.27)
            for path in ["/", "/locations", "/locations/S2"] {
                let page = try await visitor.get(path).body
                #expect(page.matches(of: /<circle/).count == 2, "\(path)")
                #expect(page.contains("aria-label=\"Harbour\""), "\(path)")
            }
            #expect(try await visitor.get("/locations/S2").body.contains("\"@type\":\"Store\""))
        }
    }
}

extension Shop {
    fileprivate func arrange(_ blocks: [FrontBlock]) async throws {
        let (owner, world, web) = (owner, world, web.id)
        try await write { try arrangeFront(of: web, blocks: blocks, seen: 0, by: owner, in: $0, world: world) }
    }
}
