import Catalog
import Content
import Database
import Essentials
import Foundation
import Inventory
import Orders
import Places
import Staff
import TestKit
import TestShop
import Testing

@testable import Desk

@Suite("what is looked for in lists of the back office")
struct ListSearchTests {
    @Test("tills are found by their name, and by that of their location", arguments: TestDatabase.all)
    func devices(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let (owner, world) = (office.shop.owner, office.shop.world)
            let (harbour, main) = (office.shop.harbour.id.bits, office.shop.mainStreet.id.bits)
            try await office.shop.write { transaction in
                _ = try registerDevice(name: "Door", at: harbour, by: owner, in: transaction, world: world)
                _ = try registerDevice(name: "Cellar", at: main, by: owner, in: transaction, world: world)
            }
            let byName = try await ada.get("/desk/devices?search=cell").body
            #expect(byName.contains("Cellar") && !byName.contains("Door"))
            let byPlace = try await ada.get("/desk/devices?search=harbour").body
            #expect(byPlace.contains("Door") && !byPlace.contains("Cellar"))
            #expect(try await ada.get("/desk/devices?search=attic").body.contains("No till is called that."))
        }
    }

    @Test("shelves to count are found by product and location", arguments: TestDatabase.all)
    func counts(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let shop = office.shop
            let (lamp, bowl) = (try await shop.product("Lamp"), try await shop.product("Bowl"))
            for (variant, place) in [(lamp, shop.harbour), (bowl, shop.mainStreet)] { try await ring(variant, at: place, in: shop) }
            let lamps = try await ada.get("/desk/stock/counts?search=lam").body
            #expect(lamps.contains(">Lamp") && !lamps.contains(">Bowl"))
            let here = try await ada.get("/desk/stock/counts?location=\(shop.mainStreet.code)").body
            #expect(here.contains(">Bowl") && !here.contains(">Lamp"))
            #expect(try await ada.get("/desk/stock/counts?location=moon").body.contains("id=\"location-error\""))
            let all = try await office.database.read { try CountDue.all(limit: 9, in: $0) }
            let rest = try await office.database.read { try CountDue.all(after: CountDue(all[0].description), limit: 9, in: $0) }
            #expect(rest == Array(all.dropFirst()))
        }
    }

    /// Sells over the counter what the books do not have.
    private func ring(_ variant: Variant.ID, at place: Location, in shop: Shop) async throws {
        let (owner, world, till) = (shop.owner, shop.world, shop.till)
        let five = Money(minorUnits: 500, currency: .euro)
        let sale = TillSale(id: world.id(), lines: [.init(variant, quantity: 1, unitPrice: five)], cash: five, at: world.now)
        let context = SaleContext(channel: till.id, location: place.id, currency: .euro)
        _ = try await shop.write { try ringUp(sale, in: context, on: till, by: owner, in: $0, world: world) }
    }

    @Test("deeds are found by who did them, by what was done, and by the order that they were done to", arguments: TestDatabase.all)
    func activity(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            _ = try await office.visitor("Bo", [Grant(role: .manager, location: nil)])
            let lamp = try await office.shop.product("Lamp", stock: 3)
            let order = try await Buyer(in: office.shop).buys(lamp)
            _ = try await ada.post("/desk/orders/\(order.number)/cancellation")
            let signedIn = try await ada.get("/desk/activity?search=bo&deed=staff.signed_in").body
            #expect(signedIn.split(separator: "<th scope=\"row\">signed in").count == 2)
            let ofOrder = try await ada.get("/desk/activity?search=%23\(order.number)").body
            #expect(ofOrder.contains("<th scope=\"row\">cancelled an order") && ofOrder.contains(">#\(order.number)</a>"))
            #expect(!ofOrder.contains("<th scope=\"row\">signed in"))
            #expect(try await ada.get("/desk/activity?search=nobody").body.contains("Nobody did anything like this."))
        }
    }

    @Test("the activity page has a word for every deed that the audit trail knows")
    func deeds() throws {
        var found: Set<String> = []
        let files = FileManager.default.enumerator(
            at: ProjectFolder.root.appending(path: "Sources/Business"), includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift", let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            for match in text.matches(of: /Audit\.record\(\s*"([a-z_.]+)"/) { found.insert(String(match.1)) }
        }
        #expect(!found.isEmpty && found.subtracting(ActivityPage.verbs).isEmpty)
        let words = try String(contentsOf: ProjectFolder.root.appending(path: "Templates/desk/deed.mustache"), encoding: .utf8)
        for verb in ActivityPage.verbs { #expect(words.contains("{{#\(verb.replacing(".", with: "_"))}}")) }
    }

    @Test("fields that take a number or a handle propose what words in them may mean", arguments: TestDatabase.all)
    func suggestions(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            _ = try await office.shop.product("Desk lamp")
            #expect(try await ada.get("/desk/suggestions?of=products&search=lam").body.contains("<option value=\"desk-lamp\">Desk lamp"))
            let harbour = office.shop.harbour
            #expect(try await ada.get("/desk/suggestions?of=locations&search=harb").body.contains("<option value=\"\(harbour.code)\">"))
            #expect(try await office.stranger().get("/desk/suggestions?of=products").status == 303)
        }
    }

    @Test("the menu and the promises of a shop are decided on a page", arguments: TestDatabase.all)
    func guide(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            _ = try await ada.post("/desk/collections", ["title": "Table", "sort": "manual", "filling": "hand", "match": "all"], files: [])
            let path = "/desk/guides/\(office.shop.web.id)"
            let typed = ["menu": "table\n", "delivery_from": "2", "delivery_to": "4", "delivery_words": "By tram", "shop_words": ""]
            func post(_ other: [String: String]) async throws -> Visitor.Answer {
                try await ada.post(path, pairs: typed.merging(other) { $1 }.map { ($0, $1) })
            }
            #expect(try await post(["version": "0"]).status == 303)
            let web = office.shop.web.id
            let kept = try await office.database.read { try ShopGuide.find(web, in: $0) }
            #expect(kept == ShopGuide(menu: ["table"], delivery: 2...4, deliveryWords: "By tram", version: 1))
            let wrong = try await post(["version": "1", "delivery_from": "5"])
            #expect(wrong.status == 422 && wrong.body.contains("id=\"delivery_to-error\""))
            #expect(try await post(["version": "0", "delivery_to": "9"]).status == 409)
        }
    }
}
