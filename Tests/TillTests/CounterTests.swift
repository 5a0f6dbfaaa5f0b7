import Essentials
import Foundation
import Orders
import Staff
import TestKit
import TestShop
import Testing

@Suite("At the counter")
struct CounterTests {
    private struct Found: Decodable {
        struct Product: Decodable, Equatable {
            var variant: String
            var title: String
            var sku: String?
            var price: Int
            var stock: Int?
        }
        var isCode: Bool
        var products: [Product]
    }

    private func find(_ text: String, at browser: Visitor) async throws -> Found {
        let escaped = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
        return try JSONDecoder().decode(Found.self, from: Data(try await browser.get("/till/products?q=\(escaped)").body.utf8))
    }

    @Test("products are found by barcode, by SKU and by words, with what is left here", arguments: TestDatabase.all)
    func finding(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let lamp = try await site.product("Desk lamp", price: "49.90", sku: "LAMP-1", barcode: "4006381333931", stock: 3)
            _ = try await site.product("Floor lamp", price: "99.00")
            let browser = try await site.counter(ben)
            let expected = Found.Product(variant: lamp.description, title: "Desk lamp", sku: "LAMP-1", price: 4_990, stock: 3)
            for code in ["4006381333931", "LAMP-1"] {
                let found = try await find(code, at: browser)
                #expect(found.isCode && found.products == [expected])
            }
            let words = try await find("lamp", at: browser)
            #expect(!words.isCode && words.products.map(\.title) == ["Desk lamp", "Floor lamp"])
            #expect(words.products.map(\.stock) == [3, 0])
            for nothing in ["", "chair", "4006381333900"] { #expect(try await find(nothing, at: browser).products == []) }
        }
    }

    @Test("finding takes no more statements when more is found")
    func budget() async throws {
        let statements = Heard()
        try await withTill(on: .sqlite, trace: { statements.add([$0]) }) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            _ = try await site.product("Desk lamp", price: "49.90", stock: 1)
            let browser = try await site.counter(ben)
            _ = try await find("lamp", at: browser)
            func count() async throws -> Int {
                let before = statements.all.count
                _ = try await find("lamp", at: browser)
                return statements.all.dropFirst(before).filter { $0.hasPrefix("SELECT") }.count
            }
            let one = try await count()
            for number in 1...6 { _ = try await site.product("Lamp \(number)", price: "10.00", stock: 1) }
            #expect(try await count() == one)
            #expect(one <= 9)
        }
    }

    @Test("a sale is booked once, however often it is sent, and takes its units from the shelf", arguments: TestDatabase.all)
    func booking(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let lamp = try await site.product("Desk lamp", price: "49.90", stock: 3)
            let browser = try await site.counter(ben)
            let id = site.shop.world.id(Order.self)
            let sale = SaleToSend(
                id: id.description, staff: ben.id.description, lines: [.init(variant: lamp.description, quantity: 2, unitPrice: 4_990)],
                cash: 10_000)
            let outcomes = await concurrently(5) { _ in try await browser.post("/till/sales", json: sale) }
            #expect(outcomes.successes.map(\.status) == Array(repeating: 200, count: 5))
            #expect(Set(outcomes.successes.map(\.body)).count == 1)

            let order = try #require(try await site.shop.database.read { try Order.find(id, in: $0) })
            #expect(order.total == Money(minorUnits: 9_980, currency: .euro))
            #expect(order.context.location == site.shop.mainStreet.id && order.context.staff == ben.id && order.context.device != nil)
            #expect(try await site.shop.level(lamp, at: site.shop.mainStreet).free == 1)

            let receipt = try await browser.get("/till/sales/\(id)")
            #expect(receipt.body.contains("No. \(order.number)") && receipt.body.contains("Desk lamp") && receipt.body.contains("Ben"))
            #expect(try await browser.get("/till/sales").body.contains("/till/sales/\(id)"))
        }
    }

    @Test("what is no sale, or cannot be one, is refused in words", arguments: TestDatabase.all)
    func refused(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let lamp = try await site.product("Desk lamp", price: "49.90", stock: 3)
            let browser = try await site.counter(ben)
            let good = SaleToSend(
                id: site.shop.world.id(Order.self).description, staff: ben.id.description,
                lines: [.init(variant: lamp.description, quantity: 1, unitPrice: 4_990)], cash: 5_000)
            var changes: [(SaleToSend, String)] = []
            func but(_ code: String, _ change: (inout SaleToSend) -> Void) {
                var sale = good
                change(&sale)
                changes.append((sale, code))
            }
            but("till.unreadable") { $0.id = "ord_1" }
            but("till.unreadable") { $0.at = "yesterday" }
            but("till.currency") { $0.currency = "USD" }
            but("sale.tender") { $0.cash = 4_000 }
            but("cart.empty") { $0.lines = [] }
            but("cart.quantity") { $0.lines[0].quantity = 0 }
            but("cart.not_for_sale") { $0.lines[0].variant = $0.id.replacing("ord_", with: "var_") }
            for (sale, code) in changes {
                let answer = try await browser.post("/till/sales", json: sale, headers: ["accept": "application/json"])
                #expect(answer.status == 422, "\(code)")
                #expect(answer.body.contains("\"\(code)\""), "\(code): \(answer.body)")
            }
            let stranger = site.browser()
            #expect(try await stranger.post("/till/sales", json: good, headers: ["accept": "application/json"]).status == 401)
        }
    }

    @Test("a sale is in the name of who made it, also when somebody else is signed in by the time it is sent", arguments: TestDatabase.all)
    func seller(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let (ben, eve) = (
                try await site.hire("Ben", .associate, at: site.shop.mainStreet),
                try await site.hire("Eve", .associate, at: site.shop.mainStreet)
            )
            let lamp = try await site.product("Desk lamp", price: "49.90")
            let browser = try await site.counter(eve)
            for (staff, noted) in [(ben.id.description, ben.id), (site.shop.world.id(StaffMember.self).description, eve.id)] {
                let id = site.shop.world.id(Order.self)
                let sale = SaleToSend(
                    id: id.description, staff: staff, lines: [.init(variant: lamp.description, quantity: 1, unitPrice: 4_990)], cash: 4_990)
                #expect(try await browser.post("/till/sales", json: sale).status == 200)
                #expect(try await site.shop.database.read { try Order.find(id, in: $0) }?.context.staff == noted)
            }
        }
    }

    @Test("a shop sees its own sales only", arguments: TestDatabase.all)
    func ownSales(on engine: TestDatabase) async throws {
        try await withTill(on: engine) { site in
            let ben = try await site.hire("Ben", .associate, at: site.shop.mainStreet)
            let browser = try await site.counter(ben)
            #expect(try await browser.get("/till/sales/\(site.shop.world.id(Order.self))").status == 404)
            #expect(try await browser.get("/till/sales/what").status == 404)
            #expect(try await browser.get("/till/sales").body.contains("Nothing was sold here yet."))
        }
    }
}
