import Catalog
import Database
import Essentials
import Synchronization
import TestKit
import TestShop
import Testing

@testable import Desk

@Suite("products in the back office")
struct ProductPageTests {
    /// A new product's form as a browser sends it, with one variant and its price on a list.
    private func fields(_ title: String, price: String = "49.95", list: PriceList.ID) -> KeyValuePairs<String, String> {
        [
            "title": title, "status": "active", "vendor": "Virta", "tags": "summer, linen", "attributes": "colour: White\nwash: 40",
            "variants.0.row": "1", "variants.0.sku": "LAMP-1", "variants.0.tracked": "1", "variants.0.taxable": "1",
            "variants.0.price.\(list)": price,
        ]
    }

    private func only(_ office: Office) async throws -> ProductDetail {
        try await office.database.read { snapshot in
            let id = try #require(try ProductSummary.page(in: snapshot).first?.id)
            return try ProductDetail.find(id, on: nil, in: snapshot)
        }
    }

    @Test("a product is made, found by its title and its SKU, and sold for the price that was typed", arguments: TestDatabase.all)
    func create(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let made = try await ada.post("/desk/products", fields("Desk lamp", list: office.shop.prices))
            #expect(made.status == 303)
            #expect(try await ada.get(made.location ?? "").body.contains("value=\"49.95\""))
            for search in ["lamp", "lamp-1", "DESK"] {
                #expect(try await ada.get("/desk/products?search=\(search)").body.contains("Desk lamp"))
            }
            #expect(try await !ada.get("/desk/products?search=chair").body.contains("Desk lamp"))
            let detail = try await only(office)
            #expect(detail.product.attributes["wash"] == .number(40))
            #expect(detail.product.tags == ["summer", "linen"])
        }
    }

    @Test("what is wrong with a product stands beside its field, and what was typed stays", arguments: TestDatabase.all)
    func refused(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let list = office.shop.prices
            let nameless = try await ada.post("/desk/products", fields("", list: list))
            #expect(nameless.status == 422)
            #expect(nameless.body.contains("id=\"title-error\">Please fill this in."))
            #expect(nameless.body.contains("value=\"Virta\""))
            let price = try await ada.post("/desk/products", fields("Lamp", price: "cheap", list: list))
            #expect(price.body.contains("Write an amount such as 49.95."))
            #expect(price.body.contains("value=\"cheap\""))
            let barcode = try await ada.post(
                "/desk/products", ["title": "Lamp", "status": "draft", "variants.0.row": "1", "variants.0.barcode": "123"])
            #expect(barcode.body.contains("id=\"variants-0-barcode-error\""))
            #expect(try await office.database.read { try ProductSummary.page(in: $0) }.isEmpty)
        }
    }

    @Test("a save over somebody else's shows both and loses nothing; saving again is knowingly", arguments: TestDatabase.all)
    func stale(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let bo = try await office.visitor("Bo")
            let path = try await ada.post("/desk/products", fields("Lamp", list: office.shop.prices)).location?.split(separator: "?").first
            let page = String(try #require(path))
            let first = try await bo.post(page, ["title": "Lamp by Bo", "status": "active", "version": "1"])
            #expect(first.location?.hasSuffix("said=saved") == true)

            let second = try await ada.post(page, ["title": "Lamp by Ada", "status": "active", "vendor": "Aalto", "version": "1"])
            #expect(second.status == 409)
            #expect(second.body.contains("Lamp by Bo"))
            #expect(second.body.contains("value=\"Lamp by Ada\""))
            #expect(second.body.contains("name=\"version\" value=\"2\""))
            #expect(try await only(office).product.title == "Lamp by Bo")

            _ = try await ada.post(page, ["title": "Lamp by Ada", "status": "active", "vendor": "Aalto", "version": "2"])
            #expect(try await only(office).product.title == "Lamp by Ada")
            #expect(try await only(office).variants.first?.sku == "LAMP-1")
            let history = try await ada.get(page + "/history").body
            #expect(history.contains("<del>Lamp by Bo</del>") && history.contains("<ins>Lamp by Ada</ins>"))
            #expect(history.contains(">Bo</a>"))

            _ = try await ada.post(page + "/restoration", ["version": "2", "seen": "3"])
            #expect(try await only(office).product.title == "Lamp by Bo")
        }
    }

    @Test("a price that is emptied takes the variant off that list", arguments: TestDatabase.all)
    func unpriced(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let path = try await ada.post("/desk/products", fields("Lamp", list: office.shop.prices)).location?.split(separator: "?").first
            let variant = try #require(try await only(office).variants.first?.id)
            let saved = try await ada.post(
                String(try #require(path)),
                [
                    "title": "Lamp", "status": "active", "version": "1", "variants.0.row": "1", "variants.0.id": "\(variant)",
                    "variants.0.sku": "LAMP-1", "variants.0.tracked": "1", "variants.0.taxable": "1",
                ])
            #expect(saved.location?.hasSuffix("said=saved") == true)
            #expect(try await office.database.read { try Price.of([variant], in: $0) }.isEmpty)
        }
    }

    @Test("a list of products takes as many statements for fifty as for two", arguments: TestDatabase.all)
    func budget(on engine: TestDatabase) async throws {
        let statements = Mutex<[String]>([])
        try await withOffice(on: engine, trace: { sql in statements.withLock { $0.append(sql) } }) { office in
            let ada = try await office.visitor("Ada")
            func cost(_ path: String) async throws -> Int {
                _ = try await ada.get(path)
                statements.withLock { $0 = [] }
                #expect(try await ada.get(path).status == 200)
                return statements.withLock { $0.count { $0.hasPrefix("SELECT") } }
            }
            for number in 0..<2 { _ = try await office.shop.product("Lamp \(number)", stock: 1) }
            let paths = [
                "/desk", "/desk/products", "/desk/stock", "/desk/stock?level=low", "/desk/orders", "/desk/stock/counts", "/desk/locations",
                "/desk/locations/map", "/desk/staff", "/desk/devices", "/desk/imports", "/desk/bulk-edits", "/desk/find?search=lamp",
            ]
            var few: [Int] = []
            for path in paths { few.append(try await cost(path)) }
            for number in 2..<55 {
                let lamp = try await office.shop.product("Lamp \(number)", stock: 1)
                if number < 12 { _ = try await Buyer(in: office.shop).buys(lamp) }
            }
            for (path, before) in zip(paths, few) {
                let after = try await cost(path)
                // The first order brings the names of its channel and location.
                #expect(after <= before + 4, "\(path): \(before) → \(after)")
                #expect(after <= 16, "\(path): \(after)")
            }
        }
    }
}
