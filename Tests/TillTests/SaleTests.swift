import Customers
import Essentials
import Foundation
import Orders
import Staff
import TestKit
import TestShop
import Testing

@Suite("A sale and what belongs to it")
struct SaleTests {
    private struct Answer: Decodable {
        struct Sale: Decodable {
            let id: String
            let label: String
        }
        struct Person: Decodable {
            let id: String
            let name: String
        }
        struct Spot: Decodable {
            let kind: String
            let free: Int
        }
        var sales: [Sale]?
        var customers: [Person]?
        var customer: Person?
        var spots: [Spot]?
        var commands: String?
        var id: String?
    }

    private struct Approval: Encodable {
        let sale: String
        let most: Int
        var currency = "EUR"
        let staff: String
        let pin: String
    }

    private struct Parking: Encodable {
        let customer: String?
        let label: String
        var units = 1
        var total = 4_990
        var currency = "EUR"
        var commands = #"[{"kind":"open"}]"#
    }

    private struct NewPerson: Encodable {
        let name: String
        let email: String
    }

    private func read(_ body: String) throws -> Answer { try JSONDecoder().decode(Answer.self, from: Data(body.utf8)) }

    @Test("a mixed sale with a discount, a note and a customer is booked, and its receipt says all of it", arguments: TestDatabase.all)
    func whole(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let lamp = try await site.product("Desk lamp", price: "49.90", stock: 3)
            let browser = try await site.counter(ben)
            let kept = try read(
                try await browser.post("/till/customers", json: NewPerson(name: "Aino Virtanen", email: "aino@example.com")).body)
            let found = try await browser.get("/till/customers?q=aino").body
            #expect(try read(found).customers?.map(\.name) == ["Aino Virtanen"])
            #expect(found.contains("a…@example.com") && !found.contains("aino@"))
            #expect(try read(try await browser.get("/till/customers?q=ai").body).customers?.isEmpty == true)

            let id = site.shop.world.id(Order.self)
            let sale = SaleToSend(
                id: id.description, staff: ben.id.description,
                lines: [.init(variant: lamp.description, quantity: 1, unitPrice: 4_990, discount: 400, note: "Boxed")],
                tenders: [.init(kind: "card", amount: 2_000, reference: "A1B2"), .init(kind: "cash", amount: 3_000)], customer: kept.id,
                note: "Gift")
            #expect(try await browser.post("/till/sales", json: sale).status == 200)
            let receipt = try await browser.get("/till/sales/\(id)").body
            for words in ["Aino Virtanen", "Boxed", "Gift", "Card A1B2", "Cash", "45.90", "instead of"] {
                #expect(receipt.contains(words), "\(words)")
            }
            let report = try await browser.get("/till/report").body
            #expect(report.contains("20.00") && report.contains("25.90") && report.contains("45.90"))
        }
    }

    @Test("too much off is refused until a manager's PIN at this till lets it pass", arguments: TestDatabase.all)
    func approval(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let eve = try await site.hire("Eve", .manager, at: site.shop.mainStreet)
            let lamp = try await site.product("Desk lamp", price: "49.90", stock: 3)
            let browser = try await site.counter(ben)
            #expect(try await browser.get("/till").body.contains(eve.id.description))
            let id = site.shop.world.id(Order.self).description
            let sale = SaleToSend(
                id: id, staff: ben.id.description, lines: [.init(variant: lamp.description, quantity: 1, unitPrice: 3_000)], cash: 3_000)
            let json: KeyValuePairs<String, String> = ["accept": "application/json"]
            let refused = try await browser.post("/till/sales", json: sale, headers: json)
            #expect(refused.status == 403 && refused.body.contains("sale.needs_approval"))

            func asks(_ person: StaffMember, _ pin: String) async throws -> Int {
                try await browser.post(
                    "/till/approvals", json: Approval(sale: id, most: 1_990, staff: person.id.description, pin: pin), headers: json
                ).status
            }
            #expect(try await asks(eve, "9999") == 401)
            #expect(try await asks(ben, TillSite.pin) == 403)
            #expect(try await browser.post("/till/sales", json: sale, headers: json).status == 403)
            #expect(try await asks(eve, TillSite.pin) == 200)
            #expect(try await browser.post("/till/sales", json: sale, headers: json).status == 200)
        }
    }

    @Test("a sale that is parked at one till is gone on with at another", arguments: TestDatabase.all)
    func parking(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let (ben, eve) = (
                try await site.hire("Ben", .associate, at: site.shop.mainStreet),
                try await site.hire("Eve", .associate, at: site.shop.mainStreet)
            )
            let (first, second) = (try await site.counter(ben), try await site.counter(eve))
            let kept = try read(try await first.post("/till/customers", json: NewPerson(name: "Aino", email: "aino@example.com")).body)
            let id = site.shop.world.id(Order.self).description
            let parking = Parking(customer: kept.id, label: "Blue coat")
            #expect(try await first.put("/till/parked/\(id)", json: parking).status == 200)
            #expect(try read(try await second.get("/till/parked").body).sales?.map(\.label) == ["Blue coat"])
            let claimed = try read(try await second.post("/till/parked/\(id)/claim", json: [String: String]()).body)
            #expect(claimed.commands == parking.commands && claimed.customer?.name == "Aino")
            #expect(
                try await first.post("/till/parked/\(id)/claim", json: [String: String](), headers: ["accept": "application/json"]).status
                    == 409)
            #expect(try await second.delete("/till/parked/\(id)").status == 200)
            #expect(try read(try await first.get("/till/parked").body).sales?.isEmpty == true)
        }
    }

    @Test("stock is told for here, for the shops around and for the warehouse", arguments: TestDatabase.all)
    func stock(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let lamp = try await site.product("Desk lamp", price: "49.90", stock: 3)
            let browser = try await site.counter(ben)
            let spots = try #require(try read(try await browser.get("/till/stock/\(lamp)").body).spots)
            #expect(spots.first?.kind == "here" && spots.first?.free == 3)
            #expect(try await browser.get("/till/stock/what").status == 404)
        }
    }
}
