import Essentials
import Orders
import Staff
import TestKit
import TestShop
import Testing

@Suite("The till in six languages")
struct TongueTests {
    @Test("who is signed in keeps the language that they choose, and the next person reads their own", arguments: TestDatabase.all)
    func person(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let ada = try await site.hire("Ada", .associate, at: site.shop.mainStreet)
            let browser = try await site.counter(ben)
            #expect(try await browser.get("/till").body.contains("<html lang=\"en\">"))
            #expect(try await browser.post("/till/language", ["language": "ru"]).location == "/till")
            let counter = try await browser.get("/till").body
            #expect(counter.contains("<html lang=\"ru\">") && counter.contains("Наличные"))
            // Nobody wrote a catalogue for it.
            #expect(try await browser.post("/till/language", ["language": "xx"]).location == "/till")
            #expect(try await browser.get("/till").body.contains("<html lang=\"ru\">"))

            #expect(try await browser.post("/till/sign-out").location == "/till/sign-in?staff=\(ben.id)")
            _ = try await browser.post("/till/sign-in", ["staff": ada.id.description, "pin": TillSite.pin])
            #expect(try await browser.get("/till").body.contains("<html lang=\"en\">"))
            let known = try await site.shop.database.read { try StaffMember.find(ben.id, in: $0)?.language }
            #expect(known == "ru")
        }
    }

    @Test("what is chosen at the door stays with the browser, and is taken in by whoever signs in next", arguments: TestDatabase.all)
    func door(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let browser = try await site.registered()
            let chosen = try await browser.post("/till/language", ["language": "fi"])
            #expect(chosen.location == "/till?language=fi")
            let door = try await browser.get("/till/sign-in?language=fi").body
            #expect(door.contains("<html lang=\"fi\">") && door.contains("name=\"language\" value=\"fi\""))
            // A wrong PIN does not lose it.
            let again = try await browser.post("/till/sign-in", ["staff": ben.id.description, "pin": "9999", "language": "fi"])
            #expect(again.body.contains("name=\"language\" value=\"fi\""))
            _ = try await browser.post("/till/sign-in", ["staff": ben.id.description, "pin": TillSite.pin, "language": "fi"])
            #expect(try await browser.get("/till").body.contains("<html lang=\"fi\">"))
            _ = try await browser.post("/till/sign-out")
            #expect(try await browser.get("/till/sign-in").body.contains("<html lang=\"fi\">"))
        }
    }

    @Test("a receipt is in the language of its channel, whoever prints it", arguments: TestDatabase.all)
    func receipt(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let lamp = try await site.product("Lamp", price: "1249.90", stock: 3)
            let browser = try await site.counter(ben)
            let sale = SaleToSend(
                id: site.shop.world.id(Order.self).description, staff: ben.id.description,
                lines: [.init(variant: lamp.description, quantity: 1, unitPrice: 124_990)], cash: 124_990)
            _ = try await browser.post("/till/sales", json: sale)
            _ = try await browser.post("/till/language", ["language": "ru"])
            let counter = try await browser.get("/till").body
            #expect(counter.contains("id=\"receipt-texts\"") && counter.contains("&quot;receiptLanguage&quot;:&quot;en&quot;"))
            let page = try await browser.get("/till/sales/\(sale.id)").body
            #expect(page.contains("<html lang=\"ru\">") && page.contains("Все продажи"))
            #expect(page.contains("<div class=\"slip\" lang=\"en\">") && page.contains(">Cash<") && page.contains("€1,249.90"))
            let report = try await browser.get("/till/report").body
            #expect(report.contains("Наличные") && report.contains("1\u{a0}249,90\u{a0}€") && !report.contains(">Cash<"))
        }
    }
}
