import Catalog
import Essentials
import TestKit
import TestShop
import Testing

@Suite("Accounts in the web shop")
struct AccountTests {
    private static let aino: KeyValuePairs<String, String> = [
        "name": "Aino Virtanen", "email": "aino@example.com", "password": "seven tall birches",
    ]
    private static let door: KeyValuePairs<String, String> = ["email": "aino@example.com", "password": "seven tall birches"]

    @Test("a customer sees their orders, and nobody else's", arguments: TestDatabase.all)
    func orders(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 5)
            let (aino, other) = (front.visitor(), front.visitor())
            #expect(try await aino.get("/account").location == "/sign-in?next=/account")
            #expect(try await aino.post("/register", Self.aino).location == "/account")
            let checkout = try await aino.checksOut(lamp)
            _ = try await aino.post(checkout + "/payment", ["token": "success_token"])
            let stranger = try await other.checksOut(lamp)
            _ = try await other.post(stranger + "/payment", ["token": "success_token"])

            let account = try await aino.get("/account").body
            #expect(account.contains("Aino Virtanen"))
            #expect(account.contains("href=\"/account/orders/1\""))
            #expect(!account.contains("href=\"/account/orders/2\""))
            #expect(try await aino.get("/account/orders/1").body.contains("€49.90"))
            #expect(try await aino.get("/account/orders/2").status == 404)
            #expect(try await other.get("/account/orders/1").location == "/sign-in?next=/account/orders/1")
            #expect(try await aino.get("/checkout").location == "/cart")
        }
    }

    @Test("the cart follows whoever signs in, and goes with whoever signs out", arguments: TestDatabase.all)
    func cartFollows(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp", stock: 5)
            let cup = try await shop.product("Cup", stock: 5)
            let laptop = front.visitor()
            _ = try await laptop.post("/cart/lines", ["variant": "\(lamp)"])
            _ = try await laptop.post("/register", Self.aino)
            #expect(try await laptop.get("/cart").body.contains(">Lamp<"))

            let phone = front.visitor()
            _ = try await phone.post("/cart/lines", ["variant": "\(cup)", "quantity": "2"])
            #expect(try await phone.post("/sign-in", Self.door).location == "/account")
            let cart = try await phone.get("/cart").body
            #expect(cart.contains(">Lamp<"))
            #expect(cart.contains(">Cup<"))
            #expect(try await phone.get("/checkout").body.contains("value=\"aino@example.com\""))

            // It is one cart in all of their browsers, and so is the next one after it was bought.
            #expect(try await laptop.get("/cart").body.contains(">Cup<"))
            _ = try await laptop.post("/cart/lines/\(lamp)", ["quantity": "0"])
            #expect(try await !phone.get("/cart").body.contains(">Lamp<"))
            let checkout = try await phone.checksOut(cup)
            _ = try await phone.post(checkout + "/payment", ["token": "success_token"])
            #expect(try await laptop.get("/cart").body.contains("Nothing in it yet"))
            _ = try await phone.post("/cart/lines", ["variant": "\(lamp)"])
            _ = try await laptop.post("/cart/lines", ["variant": "\(cup)"])
            #expect(try await phone.get("/cart").body.contains(">Cup<"))
            #expect(try await laptop.get("/").body.contains("Cart, 2 items"))

            let tablet = front.visitor()
            _ = try await tablet.post("/sign-in", Self.door)
            #expect(try await tablet.get("/cart").body.contains(">Cup<"))
            #expect(try await tablet.post("/sign-out").location == "/")
            #expect(try await tablet.get("/cart").body.contains("Nothing in it yet"))
            #expect(try await tablet.get("/account").location == "/sign-in?next=/account")
        }
    }

    @Test("a wrong password and a bad registration are said beside the field, and what was typed stays", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let visitor = front.visitor()
            let wrong = try await visitor.post("/sign-in", Self.door)
            #expect(wrong.status == 401)
            #expect(wrong.body.contains("The e-mail address or the password is wrong."))
            #expect(wrong.body.contains("name=\"email\" type=\"email\" autocomplete=\"username\" value=\"aino@example.com\""))
            #expect(!wrong.body.contains("seven tall birches"))

            let short = try await visitor.post("/register", ["name": "Aino", "email": "aino@example.com", "password": "short"])
            #expect(short.status == 422)
            #expect(short.body.contains("id=\"new-password-error\""))
            #expect(short.body.contains("autocomplete=\"name\" value=\"Aino\""))
            #expect(try await visitor.post("/register", ["name": "Aino", "email": "aino", "password": "seven tall birches"]).status == 422)

            _ = try await visitor.post("/register", Self.aino)
            let taken = try await front.visitor().post("/register", Self.aino)
            #expect(taken.status == 409)
            #expect(taken.body.contains("id=\"new-email-error\""))
        }
    }

    @Test("a sign-in leads on only within this shop", arguments: TestDatabase.all)
    func leadsOn(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let visitor = front.visitor()
            let answer = try await visitor.post(
                "/register", ["name": "A", "email": "a@example.com", "password": "seven tall birches", "next": "//evil.example"])
            #expect(answer.location == "/")
            #expect(try await visitor.get("/sign-in?next=https://evil.example").body.contains("name=\"next\" value=\"/\""))
        }
    }
}
