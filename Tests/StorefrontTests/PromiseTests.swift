import Catalog
import Content
import Essentials
import Places
import TestKit
import TestShop
import Testing

@testable import Storefront

@Suite("What the shop promises, and where its menu leads")
struct PromiseTests {
    private func guide(_ front: Front, _ guide: ShopGuide) async throws {
        let (owner, world, web) = (front.shop.owner, front.shop.world, front.shop.web.id)
        try await front.shop.write { try guideShoppers(of: web, by: guide, actor: owner, in: $0, world: world) }
    }

    @Test("days are promised for what can be sent now, as dates once somebody orders", arguments: TestDatabase.all)
    func delivery(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let visitor = front.visitor()
            #expect(try await !visitor.get("/products/lamp").body.contains("working day"))
            try await guide(front, ShopGuide(delivery: 2...4, deliveryWords: "By tram."))
            let page = try await visitor.get("/products/lamp").body
            #expect(
                page.contains("With you in 2 to 4 working days") && page.contains("By tram.") && page.contains("Wed, Mar 4 – Fri, Mar 6"))

            _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)"])
            let checkout = try #require(try await visitor.post("/checkout", Typed.address).location)
            #expect(try await visitor.get(checkout).body.contains("Expected <b>"))
            let order = try #require(try await visitor.post(checkout + "/payment", ["token": "success_token"]).location)
            #expect(try await visitor.get(order).body.contains("Expected <b>"))
            #expect(try await !visitor.get("/products/lamp").body.contains("working day"), "it is sold out")

            try await guide(front, ShopGuide(delivery: 1...1, version: 1))
            try await front.shop.receive(5, of: lamp, at: front.shop.warehouse)
            #expect(try await visitor.get("/products/lamp").body.contains("With you in 1 working day<"))
        }
    }

    @Test(
        "a shop that has it says until when it can be had there today, and once that is over when it opens again",
        arguments: TestDatabase.all)
    func shops(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp", stock: 1, at: shop.mainStreet)
            let visitor = front.visitor()
            func promise() async throws -> String? {
                try await visitor.get("/products/lamp").body.firstMatch(of: /Main Street: yours [^<\n]*/).map { String($0.0) }
            }
            #expect(try await promise() == nil, "nobody has said when it is open")
            // The clock of the test stands at eleven on Monday, the second of March.
            try await hours(front, "Mo 09:00-20:00; Tu 10:00-20:00; Th 10:00-20:00; 2026-03-03 off")
            #expect(try await promise() == "Main Street: yours today until 8:00\u{202f}PM")
            shop.clock.advance(by: .seconds(8 * 3_600 + 30 * 60))
            #expect(try await promise() == "Main Street: yours today until 8:00\u{202f}PM", "half an hour is enough")
            // No fact has come; the page knows by itself that it is over. On Tuesday the shop is closed for once.
            shop.clock.advance(by: .seconds(60))
            #expect(try await promise() == "Main Street: yours on Thursday, March 5 from 10:00\u{202f}AM")
            shop.clock.advance(by: .seconds(2 * 86_400))
            #expect(try await promise() == "Main Street: yours tomorrow, Thursday, from 10:00\u{202f}AM")
            shop.clock.advance(by: .seconds(10 * 3_600))
            #expect(try await promise() == "Main Street: yours today from 10:00\u{202f}AM")
            shop.clock.advance(by: .seconds(5 * 3_600))
            #expect(try await promise() == "Main Street: yours today until 8:00\u{202f}PM")

            try await hours(front, "Mo 10:00-20:00")
            #expect(try await promise() == "Main Street: yours on Monday, March 9 from 10:00\u{202f}AM", "new hours count at once")
            _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)"])
            for path in ["/cart", "/checkout"] {
                let body = try await visitor.get(path).body
                #expect(body.contains("All of it is in one of our shops now") && body.contains("Main Street: yours on Monday"), "\(path)")
            }
            let cup = try await shop.product("Cup", stock: 1, at: shop.harbour)
            _ = try await visitor.post("/cart/lines", ["variant": "\(cup)"])
            #expect(try await !visitor.get("/cart").body.contains("All of it is in"), "no shop has both")
        }
    }

    private func hours(_ front: Front, _ text: String) async throws {
        let (shop, hours) = (front.shop, try #require(OpeningHours(text)))
        let (id, owner, world) = (shop.mainStreet.id, shop.owner, shop.world)
        try await shop.write { transaction in
            let version = try #require(try Location.find(id, in: transaction)).version
            _ = try setOpeningHours(of: id, to: hours, version: version, by: owner, in: transaction, world: world)
        }
    }

    @Test("working days leave out Saturdays and Sundays")
    func days() throws {
        let friday = try #require(Day("2026-11-20"))
        #expect(DeliveryPromise.workingDay(1, after: friday) == Day("2026-11-23"))
        #expect(DeliveryPromise.workingDay(6, after: friday) == Day("2026-11-30"))
        #expect(DeliveryPromise.workingDay(0, after: friday) == friday)
    }

    @Test("the menu is as the merchant ordered it, and a product is at home where it stands first", arguments: TestDatabase.all)
    func menu(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            _ = try await front.shop.product("Lamp", stock: 1)
            for title in ["All", "Light", "Never"] {
                try await front.shop.collection(title, rule: CollectionRule(.all, [.init(.title, .is, "Lamp")]))
            }
            let visitor = front.visitor()
            func trail() async throws -> String {
                let body = try await visitor.get("/products/lamp").body
                return String(body.split(separator: "class=\"trail\"").last?.prefix(400) ?? "")
            }
            #expect(try await trail().contains("/collections/all"))
            try await guide(front, ShopGuide(menu: ["light", "all"]))
            #expect(try await trail().contains("/collections/light"))
            let home = try await visitor.get("/").body
            let light = try #require(home.firstRange(of: "/collections/light")?.lowerBound)
            #expect(try light < #require(home.firstRange(of: "/collections/all")?.lowerBound))
        }
    }

    @Test("a country that is none is refused beside its field", arguments: TestDatabase.all)
    func country(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let lamp = try await front.shop.product("Lamp", stock: 1)
            let visitor = front.visitor()
            _ = try await visitor.post("/cart/lines", ["variant": "\(lamp)"])
            let refused = try await visitor.post("/checkout", pairs: Typed.address(but: "country", is: "ZZ"))
            #expect(refused.status == 422 && refused.body.contains("id=\"country-error\""))
        }
    }
}
