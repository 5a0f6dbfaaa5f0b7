import Catalog
import Essentials
import TestKit
import TestShop
import Testing

@Suite("What is typed wrongly")
struct FormTests {
    @Test("each field of the address says what is wrong beside it, and what was typed stays", arguments: TestDatabase.all)
    func address(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let visitor = front.visitor()
            _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)"])
            let long = String(repeating: "x", count: 300)
            let cases = [
                ("email", "", "Please fill this in."), ("email", "nobody", "This is not an e-mail address."),
                ("name", " ", "Please fill this in."), ("line1", "", "Please fill this in."), ("city", "", "Please fill this in."),
                ("country", "Finland", "At most 2 characters."), ("phone", long, "At most 40 characters."),
                ("line2", long, "At most 200 characters."), ("region", long, "At most 100 characters."),
                ("postal_code", long, "At most 20 characters."), ("phone", "abc", "This does not look right."),
                ("line1", "Elm\u{202E}Street", "This does not look right."),
            ]
            for (field, text, sentence) in cases {
                let answer = try await visitor.post("/checkout", pairs: Typed.address(but: field, is: text))
                #expect(answer.status == 422, "\(field)")
                #expect(answer.body.contains("<p class=\"field-error\" id=\"\(field)-error\">\(sentence)</p>"), "\(field)")
                if field != "name" { #expect(answer.body.contains("value=\"Aino Virtanen\"")) }
                if field != "country", !text.isEmpty { #expect(answer.body.contains("value=\"\(text)\"")) }
            }
            #expect(try await front.shop.shown(lamp) == 1)
            #expect(try await visitor.post("/checkout", Typed.address).status == 303)
        }
    }

    @Test("a quantity that cannot be is said beside it, on the product's page and in the cart", arguments: TestDatabase.all)
    func quantity(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let visitor = front.visitor()
            for text in ["0", "-1", "many", "10001", "1.5", "9999999999999999999999"] {
                let answer = try await visitor.post("/cart/lines", ["variant": "\(lamp)", "quantity": text])
                #expect(answer.status == 422)
                #expect(answer.body.contains("id=\"quantity-error\""))
                #expect(answer.body.contains("value=\"\(text)\""))
            }
            _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)"])
            for text in ["-1", "many", "10001", ""] {
                let answer = try await visitor.post("/cart/lines/\(lamp)", ["quantity": text, "was": "1"])
                #expect(answer.status == 422)
                #expect(answer.body.contains("id=\"error-\(lamp)\""))
                #expect(answer.body.contains("value=\"\(text)\" data-submits"))
            }
        }
    }

    @Test("what is taken out can be put back with one press", arguments: TestDatabase.all)
    func undo(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 9)
            let visitor = front.visitor()
            _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)", "quantity": "3"])
            #expect(try await visitor.post("/cart/lines/\(lamp)", ["quantity": "4"]).location == "/cart")
            let removed = try await visitor.post("/cart/lines/\(lamp)", ["quantity": "0", "was": "4"])
            let page = try await visitor.get(try #require(removed.location))
            #expect(page.body.contains("“Lamp” is out of your cart."))
            #expect(page.body.contains("name=\"quantity\" value=\"4\""))
            #expect(page.body.contains("Nothing in it yet"))
            _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)", "quantity": "4"])
            #expect(try await visitor.get("/").body.contains("<b class=\"cart-count\">4</b>"))
        }
    }

    @Test("what is not sold, not in the cart, or no identifier at all is refused with a page", arguments: TestDatabase.all)
    func strangers(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let other = front.shop.world.id(Variant.self)
            let visitor = front.visitor()
            let unknown = try await visitor.post("/cart/lines", ["variant": "\(other)"])
            #expect(unknown.status == 422)
            #expect(unknown.body.contains("This is not sold here any more."))
            #expect(try await visitor.post("/cart/lines", ["variant": "lamp"]).status == 422)
            #expect(try await visitor.post("/cart/lines", [:]).status == 422)
            #expect(try await visitor.post("/cart/lines/\(lamp)", ["quantity": "1"]).status == 404)
            #expect(try await visitor.post("/checkout", Typed.address).status == 422)
            #expect(try await visitor.get("/checkout").location == "/cart")
        }
    }

    @Test("more than there is may be kept in the cart, which says how many are left", arguments: TestDatabase.all)
    func tooMany(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 2)
            let visitor = front.visitor()
            _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)", "quantity": "5"])
            let cart = try await visitor.get("/cart")
            #expect(cart.body.contains("Only 2 left. Choose 2 or fewer to go on."))
            #expect(!cart.body.contains("Go to checkout"))
            let answer = try await visitor.post("/checkout", Typed.address)
            #expect(answer.status == 409)
            #expect(answer.body.contains("Only 2 left."))
        }
    }

    @Test("a price that cannot be read is said beside its field, and the list is shown without it", arguments: TestDatabase.all)
    func filter(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            _ = try await front.shop.product("Lamp", stock: 1)
            let answer = try await front.visitor().get("/search?min=cheap&max=100")
            #expect(answer.status == 422)
            #expect(answer.body.contains("id=\"min-error\""))
            #expect(answer.body.contains("value=\"cheap\""))
            #expect(answer.body.contains(">Lamp<"))
        }
    }
}
