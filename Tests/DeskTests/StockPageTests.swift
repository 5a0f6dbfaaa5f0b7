import Essentials
import Inventory
import Staff
import TestKit
import TestShop
import Testing

@testable import Desk

@Suite("stock in the back office")
struct StockPageTests {
    @Test("a count takes the place of what was seen, and of nothing else", arguments: TestDatabase.all)
    func count(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let lamp = try await office.shop.product("Lamp", stock: 10)
            let ada = try await office.visitor("Ada")
            let shelf = "/desk/stock/\(lamp)/at/\(office.shop.warehouse.id)"
            #expect(try await ada.get(shelf).body.contains("The books say 10."))
            try await office.shop.receive(5, of: lamp, at: office.shop.warehouse)
            let stale = try await ada.post(shelf + "/counts", ["seen": "10", "quantity": "9", "reason": "counted"])
            #expect(stale.status == 409)
            #expect(stale.body.contains("The quantity has changed meanwhile: it is 15 now."))
            #expect(stale.body.contains("value=\"9\""))
            let counted = try await ada.post(shelf + "/counts", ["seen": "15", "quantity": "14", "reason": "lost", "note": "Aisle 3"])
            #expect(counted.location?.hasSuffix("said=counted") == true)
            #expect(try await office.shop.level(lamp).onHand == 14)

            let entries = try await ada.get("/desk/stock/\(lamp)/ledger?location=\(office.shop.warehouse.id)&state=available").body
            #expect(entries.contains("lost") && entries.contains("Aisle 3") && entries.contains(">Ada</a>"))
        }
    }

    @Test("what cannot be is told beside its field", arguments: TestDatabase.all)
    func refused(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let lamp = try await office.shop.product("Lamp", stock: 2)
            let ada = try await office.visitor("Ada")
            let shelf = "/desk/stock/\(lamp)/at/\(office.shop.warehouse.id)"
            let words = try await ada.post(shelf + "/receipts", ["quantity": "many", "note": "D-77"])
            #expect(words.status == 422)
            #expect(words.body.contains("id=\"received-error\">Please enter a whole number."))
            #expect(words.body.contains("value=\"many\"") && words.body.contains("value=\"D-77\""))
            let nowhere = try await ada.post(shelf + "/moves", ["quantity": "1", "location": "X9"])
            #expect(nowhere.body.contains("No location has the number “X9”."))
            let more = try await ada.post(shelf + "/moves", ["quantity": "3", "location": "S2"])
            #expect(more.status == 409)
            #expect(more.body.contains("Only 2 left."))
            let same = try await ada.post(shelf + "/asides", ["quantity": "1", "from": "damaged", "to": "damaged"])
            #expect(same.status == 422 && same.body.contains("id=\"to-error\">The units are in this state already."))
            let promised = try await ada.post(shelf + "/asides", ["quantity": "1", "from": "committed", "to": "available"])
            #expect(promised.status == 422 && promised.body.contains("id=\"from-error\">Only units that are available"))
            #expect(try await office.shop.level(lamp).onHand == 2)
        }
    }

    @Test("why a channel shows its number is told from the shelf on", arguments: TestDatabase.all)
    func why(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let lamp = try await office.shop.product("Lamp", stock: 10)
            _ = try await Buyer(in: office.shop).buys(lamp, 3)
            let ada = try await office.visitor("Ada")
            let page = try await ada.get("/desk/stock/\(lamp)/why?channel=\(office.shop.web.id)").body
            #expect(page.contains("Why web shows 7"))
            #expect(page.contains("on hand at Warehouse") && page.contains("+10"))
            #expect(page.contains("promised to orders at Warehouse") && page.contains("−3"))
        }
    }

    @Test("an associate counts where they work, nowhere else, and sets no prices", arguments: TestDatabase.all)
    func roles(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let lamp = try await office.shop.product("Lamp", stock: 10)
            _ = try await office.visitor("Ada")
            let bo = try await office.visitor("Bo", [Grant(role: .associate, location: office.shop.harbour.id.bits)])
            let cleo = try await office.visitor("Cleo", [Grant(role: .manager, location: office.shop.harbour.id.bits)])
            let there = "/desk/stock/\(lamp)/at/\(office.shop.harbour.id)"
            let elsewhere = "/desk/stock/\(lamp)/at/\(office.shop.warehouse.id)"
            #expect(try await bo.post(there + "/receipts", ["quantity": "1"]).status == 303)
            for person in [bo, cleo] {
                #expect(try await person.get(elsewhere).body.contains("You have no role at this location"))
                let refused = try await person.post(elsewhere + "/counts", ["seen": "10", "quantity": "1", "reason": "lost"])
                #expect(refused.status == 403)
                #expect(refused.body.contains("This needs the role “Associate” here."))
            }
            #expect(try await office.shop.level(lamp).onHand == 10)

            let list = try await bo.get("/desk/products?search=lamp").body
            #expect(!list.contains("New product"))
            let priced = try await bo.post(
                "/desk/products",
                ["title": "Cheap lamp", "status": "active", "variants.0.row": "1", "variants.0.price.\(office.shop.prices)": "1"])
            #expect(priced.status == 403)
            #expect(priced.body.contains("This needs the role “Manager” here."))
            #expect(priced.body.contains("value=\"Cheap lamp\""))
            #expect(try await bo.post("/desk/channels/\(office.shop.web.id)/archival").status == 403)
            #expect(try await bo.get("/desk/activity").status == 403)
        }
    }
}
