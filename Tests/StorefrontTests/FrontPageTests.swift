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
