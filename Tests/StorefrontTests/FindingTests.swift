import Catalog
import Essentials
import TestKit
import TestShop
import Testing

@Suite("Finding again")
struct FindingTests {
    @Test("an order is found by its number and the e-mail that placed it, and by nothing less", arguments: TestDatabase.all)
    func order(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let buyer = front.visitor()
            _ = try await buyer.post("/cart/lines", ["variant": "\(lamp)"])
            let checkout = try #require(try await buyer.post("/checkout", Typed.address).location)
            let order = try #require(try await buyer.post(checkout + "/payment", ["token": "success_token"]).location)
            let number = try #require(try await buyer.get(order).body.firstMatch(of: /Your order is number (\d+)/)?.1)

            let visitor = front.visitor()
            #expect(try await visitor.get("/find-order").status == 200)
            let found = try await visitor.post("/find-order", ["number": "#\(number)", "email": "Aino@example.com"])
            #expect(found.status == 200)
            #expect(found.body.contains("Fabianinkatu 1"))
            for typed in [["number": "\(number)", "email": "eve@example.com"], ["number": "999", "email": "aino@example.com"]] {
                let refused = try await visitor.post("/find-order", pairs: typed.map { ($0.key, $0.value) })
                #expect(refused.status == 404)
                #expect(refused.body.contains("We find no order with this number and this e-mail."))
                #expect(!refused.body.contains("Fabianinkatu"))
            }
            #expect(try await visitor.post("/find-order", ["number": "", "email": ""]).status == 422)
        }
    }

    @Test("what is wished for waits in the browser, without an account", arguments: TestDatabase.all)
    func wishes(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            _ = try await front.shop.product("Lamp", stock: 1)
            _ = try await front.shop.product("Cup", stock: 0)
            let visitor = front.visitor()
            #expect(try await visitor.get("/wishlist").body.contains("Nothing wished for yet"))
            for handle in ["lamp", "cup", "<script>", "gone"] {
                #expect(try await visitor.post("/wishlist", ["product": handle]).location == "/wishlist")
            }
            #expect(try await visitor.get("/wishlist").body.tiles == ["Cup", "Lamp"])
            _ = try await visitor.post("/wishlist", ["product": "cup", "wished": "0"])
            #expect(try await visitor.get("/wishlist").body.tiles == ["Lamp"])
            #expect(try await front.visitor().get("/wishlist").body.tiles == [])
            #expect(try await visitor.get("/tiles?of=cup&of=lamp&of=none").body.tiles == ["Cup", "Lamp"])
        }
    }

    @Test("the search box proposes collections and products by name and by SKU", arguments: TestDatabase.all)
    func suggestions(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            _ = try await front.shop.product("Lamp", stock: 1)
            _ = try await front.shop.shirts(stock: [1])
            try await front.shop.collection("Lamps and light")
            let visitor = front.visitor()
            let lamps = try await visitor.get("/search/suggestions?q=lam").body
            #expect(lamps.contains("href=\"/collections/lamps-and-light\""))
            #expect(lamps.contains("href=\"/products/lamp\""))
            #expect(try await visitor.get("/search/suggestions?q=shirt-1").body.contains("href=\"/products/shirt\""))
            #expect(try await visitor.get("/search/suggestions?q=%3Cq%3E").body.contains("Nothing is called “&lt;q&gt;” here."))
        }
    }

    @Test("a customer keeps addresses, and the checkout knows the one used last", arguments: TestDatabase.all)
    func addresses(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let visitor = front.visitor()
            #expect(try await visitor.post("/account/addresses", Typed.address).location == "/sign-in?next=/account")
            _ = try await visitor.post(
                "/register", ["name": "Aino Virtanen", "email": "aino@example.com", "password": "raspberries in june"])
            let refused = try await visitor.post("/account/addresses", pairs: Typed.address(but: "city", is: ""))
            #expect(refused.status == 422)
            #expect(refused.body.contains("id=\"city-error\""))
            #expect(refused.body.contains("value=\"Fabianinkatu 1\""))
            #expect(try await visitor.post("/account/addresses", Typed.address).location == "/account")
            let page = try await visitor.get("/account").body
            let removal = try #require(page.firstMatch(of: /action="(\/account\/addresses\/[^"]+\/removal)"/)?.1)
            _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)"])
            #expect(try await visitor.get("/checkout").body.contains("value=\"Fabianinkatu 1\""))
            _ = try await front.visitor().post(String(removal), [:])
            #expect(try await visitor.get("/account").body.contains("Fabianinkatu 1"))
            _ = try await visitor.post(String(removal), [:])
            #expect(!(try await visitor.get("/account").body.contains("Fabianinkatu 1")))
        }
    }
}
