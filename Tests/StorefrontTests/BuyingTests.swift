import Catalog
import Essentials
import Foundation
import Orders
import TestKit
import TestShop
import Testing

@Suite("Buying in the web shop")
struct BuyingTests {
    @Test("somebody finds a product, buys it and sees the order, without a script", arguments: TestDatabase.all)
    func buying(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", price: "49.90", stock: 5)
            let visitor = front.visitor()
            let page = try await visitor.get("/products/lamp")
            #expect(page.status == 200)
            #expect(page.body.contains("value=\"\(lamp)\""))
            #expect(page.body.contains("data-live=\"stock:\(lamp)\">5</b>"))

            let added = try await visitor.post("/cart/lines", ["variant": "\(lamp)", "quantity": "2"])
            #expect(added.status == 303)
            #expect(added.location == "/cart")
            let cart = try await visitor.get("/cart")
            #expect(cart.body.contains("€99.80"))
            #expect(try await visitor.get("/").body.contains("<b class=\"cart-count\">2</b>"))

            #expect(try await visitor.get("/checkout").status == 200)
            let begun = try await visitor.post("/checkout", Typed.address)
            #expect(begun.status == 303)
            let checkout = try #require(begun.location)
            #expect(checkout.hasPrefix("/checkout/"))
            let review = try await visitor.get(checkout)
            #expect(review.body.contains("Fabianinkatu 1"))
            #expect(review.body.contains("<span data-minutes>15</span>"))

            let paid = try await visitor.post(checkout + "/payment", ["token": "success_token"])
            #expect(paid.status == 303)
            let order = try #require(paid.location)
            #expect(order == checkout.replacing("/checkout/", with: "/order/"))
            let receipt = try await visitor.get(order)
            #expect(receipt.body.contains("Your order is number 1"))
            #expect(receipt.body.contains("€99.80"))
            #expect(try await visitor.get("/cart").body.contains("Nothing in it yet"))
            #expect(try await visitor.get(checkout).location == order)
            #expect(try await front.shop.shown(lamp) == 3)

            // The same browser comes back with its old cookie.
            #expect(try await visitor.post("/cart/lines", ["variant": "\(lamp)"]).status == 303)
            #expect(try await visitor.get("/").body.contains("<b class=\"cart-count\">1</b>"))
        }
    }

    @Test("two buyers, one unit: one order, and one page that says so clearly", arguments: TestDatabase.all)
    func lastUnit(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let visitors = [front.visitor(), front.visitor()]
            for visitor in visitors { _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)"]) }
            let answers = await concurrently(2) { try await visitors[$0].post("/checkout", Typed.address) }.successes
            let lucky = try #require(answers.first { $0.status == 303 })
            let unlucky = try #require(answers.first { $0.status == 409 })
            #expect(unlucky.body.contains("This is sold out."))
            #expect(unlucky.body.contains("Take it out to go on"))
            let checkout = try #require(lucky.location)
            let paid = try await front.visitor().post(checkout + "/payment", ["token": "success_token"])
            #expect(paid.status == 303)
            #expect(try await front.shop.level(lamp).of(.committed) == 1)
        }
    }

    @Test("a declined payment is said where it was tried, keeps the units, and another one succeeds", arguments: TestDatabase.all)
    func declined(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let visitor = front.visitor()
            let checkout = try await visitor.checksOut(lamp)
            let declined = try await visitor.post(checkout + "/payment", ["token": "fail_token"])
            #expect(declined.status == 402)
            #expect(declined.body.contains("Nothing was charged"))
            #expect(declined.body.contains("Pay €49.90"))
            #expect(try await front.shop.shown(lamp) == 0)
            #expect(try await visitor.post(checkout + "/payment", [:]).status == 422)
            #expect(try await visitor.post(checkout + "/payment", ["token": "success_token"]).status == 303)
        }
    }

    @Test("when the time ran out the page says so, and payment still works while the units are there", arguments: TestDatabase.all)
    func expired(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let slow = front.visitor()
            let checkout = try await slow.checksOut(lamp)
            front.shop.clock.advance(by: .minutes(16))
            try await front.shop.fireTimers()
            #expect(try await slow.get(checkout).body.contains("is over. You can still pay"))

            let quick = front.visitor()
            let other = try await quick.checksOut(lamp)
            let late = try await slow.post(checkout + "/payment", ["token": "success_token"])
            #expect(late.status == 409)
            #expect(late.body.contains("This is sold out."))
            #expect(late.body.contains("Nothing was charged."))
            #expect(!late.body.contains("data-until") && !late.body.contains("Pay €") && late.body.contains("Sold out meanwhile."))
            #expect(try await quick.post(other + "/payment", ["token": "success_token"]).status == 303)
        }
    }

    @Test("a price that changed is shown before money is taken", arguments: TestDatabase.all)
    func priceChanged(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp", price: "49.90", stock: 1)
            let visitor = front.visitor()
            let checkout = try await visitor.checksOut(lamp)
            let price = Price(Money(minorUnits: 5990, currency: .euro))
            try await shop.write { try setPrice(price, of: lamp, on: shop.prices, by: shop.owner, in: $0, world: shop.world) }
            let refused = try await visitor.post(checkout + "/payment", ["token": "success_token"])
            #expect(refused.status == 409)
            #expect(refused.body.contains("A price has changed"))
            #expect(refused.body.contains("One costs €59.90 now.") && !refused.body.contains("Pay €"))
            #expect(try await visitor.get("/cart").body.contains("€59.90"))
            #expect(try await visitor.get("/products/lamp").body.contains("€59.90"))
        }
    }

    @Test("a checkout whose product was archived says so once, keeps nothing and leads to the cart", arguments: TestDatabase.all)
    func archived(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let cup = try await front.shop.product("Cup", stock: 1)
            let visitor = front.visitor()
            _ = try await visitor.post("/cart/lines", ["variant": "\(cup)"])
            let checkout = try await visitor.checksOut(lamp)
            try await front.shop.change(lamp) { $0.status = .archived }

            let page = try await visitor.get(checkout).body
            #expect(page.contains("what is marked below has changed since you began. Nothing was charged."))
            #expect(page.matches(of: /Not sold here any more\./).count == 1, "only the lamp is marked")
            #expect(!page.contains("Kept for you") && !page.contains("Pay €") && !page.contains("Expected"))
            let refused = try await visitor.post(checkout + "/payment", ["token": "success_token"]).body
            #expect(refused.contains("This is not sold here any more. Nothing was charged.") && !refused.contains("Kept for you"))

            #expect(try await visitor.get("/cart").body.contains("Take it out to go on."))
            _ = try await visitor.post("/cart/lines/\(lamp)", ["quantity": "0"])
            let again = try #require(try await visitor.post("/checkout", Typed.address).location)
            #expect(try await visitor.post(again + "/payment", ["token": "success_token"]).status == 303)
        }
    }

    @Test("what is sold out says so on its button, whichever other variants there are", arguments: TestDatabase.all)
    func soldOutButton(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let ids = try await front.shop.shirts(stock: [0, 3])
            func button(_ variant: Variant.ID) async throws -> Substring? {
                try await front.visitor().get("/products/shirt?variant=\(variant)").body.firstMatch(of: /<button class="add.*?<\/button>/)?
                    .0
            }
            #expect(try await button(ids[0])?.contains(" disabled><span data-when=\"some\" hidden>") == true)
            #expect(try await button(ids[1])?.contains("button-large\"><span data-when=\"some\">Add to cart") == true)
        }
    }

    @Test("beginning again from the cart ends the first checkout", arguments: TestDatabase.all)
    func beginAgain(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let visitor = front.visitor()
            let first = try await visitor.checksOut(lamp)
            let second = try #require(try await visitor.post("/checkout", Typed.address).location)
            #expect(try await visitor.get(first).body.contains("so this one is over"))
            #expect(try await visitor.post(first + "/payment", ["token": "success_token"]).status == 409)
            #expect(try await visitor.post(second + "/payment", ["token": "success_token"]).status == 303)
        }
    }

    @Test("who holds the last unit in a checkout of their own can go back to the cart and on again", arguments: TestDatabase.all)
    func ownHold(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let visitor = front.visitor()
            _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)"])
            _ = try await visitor.post("/checkout", Typed.address)
            let cart = try await visitor.get("/cart").body
            #expect(!cart.contains("sold out just now") && cart.contains("Go to checkout"))
            _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)"])
            #expect(try await visitor.get("/cart").body.contains("Only 1 left."))
            let other = front.visitor()
            _ = try await other.post("/cart/lines", ["variant": "\(lamp)"])
            #expect(try await other.get("/cart").body.contains("This is sold out just now."))
        }
    }

    @Test("whoever has the link sees the order on any device; nobody else does", arguments: TestDatabase.all)
    func link(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let visitor = front.visitor()
            let checkout = try await visitor.checksOut(lamp)
            let order = try #require(try await visitor.post(checkout + "/payment", ["token": "success_token"]).location)
            #expect(try await front.visitor().get(order).body.contains("Aino Virtanen"))
            for path in ["/order/ord_01h455vb4pex5vsknk084sn02q", String(order.dropLast()) + "_", "/checkout/nothing"] {
                let answer = try await visitor.get(path)
                #expect(answer.status == 404)
                #expect(answer.body.contains("Not found"))
            }
        }
    }

    @Test("a change that another site asks for is refused", arguments: TestDatabase.all)
    func crossSite(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            for path in ["/cart/lines", "/cart/lines/\(lamp)", "/checkout", "/checkout/x/payment", "/sign-in", "/register", "/sign-out"] {
                let answer = try await front.visitor().post(path, pairs: [("variant", "\(lamp)")], from: "cross-site")
                #expect(answer.status == 403)
                #expect(answer.body.contains("another site"))
            }
        }
    }
}

extension Visitor {
    /// Puts one into the cart and says where it goes.
    /// - Returns: the checkout's path.
    func checksOut(_ variant: Variant.ID) async throws -> String {
        _ = try await post("/cart/lines", ["variant": "\(variant)"])
        return try #require(try await post("/checkout", Typed.address).location)
    }
}
