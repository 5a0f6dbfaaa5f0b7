import Content
import Database
import Essentials
import Orders
import Places
import Settings
import Staff
import TestKit
import TestShop
import Testing

@testable import Desk

@Suite("settings, tills and views in the back office")
struct SettingsPageTests {
    @Test("the owner decides for the whole shop, within bounds", arguments: TestDatabase.all)
    func settings(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            #expect(try await ada.get("/desk/settings").body.contains("name=\"reduction_percent\" value=\"10\""))
            let saved = try await ada.post(
                "/desk/settings", ["reduction_percent": "15", "low_stock": "3", "idle_minutes": "5", "time_zone": "Europe/Helsinki"])
            #expect(saved.status == 303)
            #expect(try await office.database.read { try ShopSettings.find(in: $0).reductionPercent } == 15)
            let wild = try await ada.post(
                "/desk/settings", ["reduction_percent": "150", "low_stock": "3", "idle_minutes": "5", "time_zone": "Moon/Crater"])
            #expect(wild.status == 422)
            #expect(wild.body.contains("id=\"reduction_percent-error\""))
            #expect(wild.body.contains("value=\"Moon/Crater\""))
            let mona = try await office.visitor("Mona", [Grant(role: .manager, location: nil)])
            #expect(
                try await mona.post("/desk/settings", ["reduction_percent": "50", "low_stock": "3", "idle_minutes": "5"]).status == 403)
        }
    }

    @Test("a till is taken in by the code that it shows, and taken out of use", arguments: TestDatabase.all)
    func devices(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let world = office.shop.world
            let pairing = try await office.shop.write { try beginPairing(in: $0, world: world) }
            let wrong = try await ada.post("/desk/devices", ["code": "AAAA-AAAA", "name": "Till 1", "location": "S1"])
            #expect(wrong.body.contains("id=\"code-error\""))
            #expect(try await ada.post("/desk/devices", ["code": pairing.code, "name": "Till 1", "location": "nowhere"]).status == 422)
            #expect(
                try await ada.post("/desk/devices", ["code": pairing.code.lowercased(), "name": "Till 1", "location": "S1"]).status == 303)
            let list = try await ada.get("/desk/devices").body
            #expect(list.contains("Till 1") && list.contains("Main Street"))
            let mona = try await office.visitor("Mona", [Grant(role: .manager, location: office.shop.harbour.id.bits)])
            #expect(try await !mona.get("/desk/devices").body.contains("Till 1"))
            let device = try #require(try await office.database.read { try Device.find(pairing.token, in: $0) })
            #expect(try await mona.post("/desk/devices/\(device.id)/retirement").status == 403)
            _ = try await ada.post("/desk/devices/\(device.id)/retirement")
            #expect(try await office.database.read { try Device.find(pairing.token, in: $0) } == nil)
        }
    }

    @Test("a list's filters are kept under a name, for everybody", arguments: TestDatabase.all)
    func views(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let saved = try await ada.post("/desk/views", ["list": "products", "name": "Drafts", "query": "status=draft&x=<b>"])
            #expect(saved.location == "/desk/products?status=draft&x=%3Cb%3E")
            let bo = try await office.visitor("Bo", [Grant(role: .associate, location: nil)])
            let list = try await bo.get("/desk/products?status=draft").body
            #expect(list.contains(">Drafts</a>") && list.contains("Save this view"))
            #expect(try await ada.post("/desk/views", ["list": "secrets", "name": "x", "query": "a=b"]).status == 404)
            let view = try #require(try await office.database.read { try SavedView.of("products", in: $0).first })
            _ = try await bo.post("/desk/views/\(view.id)/removal", ["list": "products"])
            #expect(try await !bo.get("/desk/products").body.contains("Drafts"))
        }
    }

    @Test("who bought without an account is erased from an order, by a manager", arguments: TestDatabase.all)
    func erasure(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let lamp = try await office.shop.product("Lamp", stock: 3)
            let order = try await Buyer(in: office.shop).buys(lamp)
            let ada = try await office.visitor("Ada")
            let path = "/desk/orders/\(order.number)"
            #expect(try await ada.get(path).body.contains("Erase this person"))
            let bo = try await office.visitor("Bo", [Grant(role: .associate, location: nil)])
            #expect(try await bo.post(path + "/contact-erasure").status == 403)
            _ = try await ada.post(path + "/contact-erasure")
            let page = try await ada.get(path).body
            #expect(page.contains("Nobody left a name") && !page.contains("Erase this person"))
        }
    }

    @Test("words find orders, products, places and collections", arguments: TestDatabase.all)
    func finding(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let lamp = try await office.shop.product("Harbour lamp", stock: 3)
            let order = try await Buyer(in: office.shop).buys(lamp)
            let ada = try await office.visitor("Ada")
            let found = try await ada.get("/desk/find?search=harbour").body
            #expect(found.contains("Harbour lamp") && found.contains("/desk/locations/\(office.shop.harbour.id)"))
            #expect(try await ada.get("/desk/find?search=%23\(order.number)").body.contains("/desk/orders/\(order.number)"))
            #expect(try await ada.get("/desk/find?search=nothing%20like%20it").body.contains("Nothing is called that."))
        }
    }

    @Test("the front of a shop is arranged block by block, and what is typed stays until it is saved", arguments: TestDatabase.all)
    func front(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let path = "/desk/fronts/\(office.shop.web.id)"
            func post(_ fields: KeyValuePairs<String, String>) async throws -> Visitor.Answer {
                try await ada.post(path, fields, files: [])
            }
            #expect(try await ada.get(path).body.contains("Nobody has arranged it"))
            let added = try await post([
                "do": "add", "kind": "stores", "version": "0", "blocks.0.kind": "hero", "blocks.0.title": "Come in",
            ])
            #expect(added.body.contains("1. Large picture and words") && added.body.contains("2. Map of the shops"))
            let turned = try await post([
                "do": "up.1", "version": "0", "blocks.0.kind": "hero", "blocks.0.title": "Come in", "blocks.1.kind": "stores",
            ])
            #expect(turned.body.contains("1. Map of the shops") && turned.body.contains("name=\"blocks.1.title\" value=\"Come in\""))
            let nameless = try await post(["do": "save", "version": "0", "blocks.0.kind": "hero"])
            #expect(nameless.status == 422)
            #expect(nameless.body.contains("Block 1 needs a title."))
            let looked = try await post(["do": "look", "version": "0", "blocks.0.kind": "stores"])
            #expect(looked.body.contains("src=\"/preview/-?draft=1\""))
            #expect(try await office.database.read { try FrontPage.find(office.shop.web.id, in: $0) } == nil)
            let saved = try await post(["do": "save", "version": "0", "blocks.0.kind": "hero", "blocks.0.title": "Come in"])
            #expect(saved.status == 303)
            #expect(try await office.database.read { try FrontPage.find(office.shop.web.id, in: $0)?.blocks.map(\.title) } == ["Come in"])
            #expect(try await post(["do": "save", "version": "0"]).status == 409)
            let bo = try await office.visitor("Bo", [Grant(role: .associate, location: nil)])
            #expect(try await bo.get(path).status == 403)
        }
    }

    @Test("the front's words and the promises are translated on a page, and move with their blocks", arguments: TestDatabase.all)
    func frontTranslations(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let web = office.shop.web.id
            let path = "/desk/fronts/\(web)"
            #expect(try await ada.get(path + "/translations").body.contains("Nothing on this front has words of its own yet"))
            _ = try await ada.post(
                path,
                [
                    "do": "save", "version": "0", "blocks.0.kind": "hero", "blocks.0.title": "Come in", "blocks.0.text": "Warm.",
                    "blocks.1.kind": "stores",
                ], files: [])
            _ = try await ada.post(
                "/desk/guides/\(web)",
                ["menu": "", "delivery_from": "2", "delivery_to": "4", "delivery_words": "By tram", "shop_words": "", "version": "0"])

            func translate(_ title: String, seen: String) async throws -> Visitor.Answer {
                try await ada.post(
                    path + "/translations",
                    [
                        "language": "fi", "version": seen, "blocks.0": "1", "blocks.0.title": title, "blocks.0.text": "", "blocks.1": "1",
                        "delivery_words": "Ratikalla",
                    ])
            }
            #expect(try await translate("Tule sisään", seen: "1").status == 303)
            let shown = try await ada.get(path + "/translations?language=fi").body
            #expect(shown.contains("value=\"Tule sisään\"") && shown.contains("Finnish · 1 text missing"))
            #expect(try await office.database.read { try ShopGuideWords.of(web, in: $0) } == ["fi": ShopGuideWords(delivery: "Ratikalla")])
            let late = try await translate("Myöhässä", seen: "1")
            #expect(late.status == 409 && late.body.contains("value=\"Myöhässä\""))

            let kept = try #require(try await ada.get(path).body.value(named: "blocks.0.translations"))
            #expect(kept.contains("Tule sisään"))
            _ = try await ada.post(
                path,
                [
                    "do": "save", "version": "2", "blocks.0.kind": "stores", "blocks.1.kind": "hero", "blocks.1.title": "Come in",
                    "blocks.1.translations": kept,
                ], files: [])
            let blocks = try await office.database.read { try FrontPage.find(web, in: $0)?.blocks }
            #expect(blocks?.last?.translations["fi"]?.title == "Tule sisään")
            let bo = try await office.visitor("Bo", [Grant(role: .associate, location: nil)])
            #expect(try await bo.get(path + "/translations").status == 403)
        }
    }
}

extension String {
    /// What stands in a field of the form that this page shows.
    fileprivate func value(named name: String) -> String? {
        guard let start = firstRange(of: "name=\"\(name)\" value=\"")?.upperBound else { return nil }
        let end = self[start...].firstIndex(of: "\"") ?? endIndex
        return String(self[start..<end]).replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
}
