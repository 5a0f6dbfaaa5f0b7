import Catalog
import Database
import Essentials
import Staff
import TestKit
import TestShop
import Testing

@testable import Desk

@Suite("many products in the back office")
struct BulkEditPageTests {
    private func products(_ office: Office, _ count: Int) async throws -> [Product.ID] {
        for number in 1...count { _ = try await office.shop.product("Cup \(number)", price: "10.00", stock: 2) }
        return try await office.database.read { try ProductSummary.page(in: $0).map(\.id) }
    }

    private func targets(in page: String) throws -> String {
        try String(#require(page.firstMatch(of: /name="targets" value="([^"]+)"/)).1)
    }

    private func prices(_ office: Office) async throws -> Set<Int64> {
        let list = office.shop.prices
        return try await office.database.read { snapshot in
            let ids = try ProductSummary.page(in: snapshot).map(\.id)
            return Set(try ProductDetail.find(ids, on: list, in: snapshot).values.flatMap(\.prices.values).map(\.amount.minorUnits))
        }
    }

    @Test("are looked at first, then changed, then undone", arguments: TestDatabase.all)
    func whole(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ids = try await products(office, 3)
            let ada = try await office.visitor("Ada")
            let less: KeyValuePairs = [
                "scope": "picked", "pick": ids[0].description, "action": "percent", "value": "-20", "strikes": "1",
                "list": office.shop.prices.description,
            ]
            let preview = try await ada.post("/desk/bulk-edits/preview", less)
            #expect(preview.status == 200)
            #expect(preview.body.contains("<del>€10.00</del> <ins>€8.00</ins>"))
            #expect(preview.body.contains("Change this product"))
            #expect(try await prices(office) == [1_000])

            let done = try await ada.post(
                "/desk/bulk-edits",
                [
                    "action": "percent", "value": "-20", "strikes": "1", "list": office.shop.prices.description,
                    "targets": targets(in: preview.body),
                ])
            let edit = try #require(done.location)
            #expect(try await prices(office) == [800, 1_000])
            #expect(try await ada.get(edit).body.contains("One product was changed."))
            #expect(try await ada.get("/desk/bulk-edits").body.contains(edit))

            _ = try await ada.post(edit + "/undo")
            #expect(try await prices(office) == [1_000])
            #expect(try await ada.get(edit).body.contains("It was undone"))
        }
    }

    @Test("are changed once however often the change is sent, also after it was undone", arguments: TestDatabase.all)
    func once(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ids = try await products(office, 2)
            let ada = try await office.visitor("Ada")
            let form: KeyValuePairs = [
                "scope": "picked", "pick": ids[0].description, "action": "percent", "value": "-10", "list": office.shop.prices.description,
            ]
            let preview = try await ada.post("/desk/bulk-edits/preview", form).body
            #expect(preview.contains("Prices change by −10%"))
            let edit = try String(#require(preview.firstMatch(of: /name="edit" value="([^"]+)"/)).1)
            let targets = try targets(in: preview)
            @Sendable func send(value: String = "-10") async throws -> Visitor.Answer {
                try await ada.post(
                    "/desk/bulk-edits",
                    [
                        "action": "percent", "value": value, "list": office.shop.prices.description, "edit": edit, "targets": targets,
                    ])
            }
            let answers = await concurrently(2) { _ in try await send().location }
            #expect(Set(answers.successes) == ["/desk/bulk-edits/\(edit)"] && answers.failures.isEmpty)
            #expect(try await prices(office) == [900, 1_000])
            _ = try await ada.post("/desk/bulk-edits/\(edit)/undo")
            #expect(try await send().status == 303)
            #expect(try await prices(office) == [1_000])
            #expect(try await send(value: "-20").status == 404)
        }
    }

    @Test("say which of them were left as they were, because a price had changed since the look", arguments: TestDatabase.all)
    func leftAlone(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ids = try await products(office, 2)
            let ada = try await office.visitor("Ada")
            let (list, owner, world) = (office.shop.prices, office.shop.owner, office.shop.world)
            let form = [("scope", "all"), ("action", "percent"), ("value", "-10"), ("list", list.description)]
            let preview = try await ada.post("/desk/bulk-edits/preview", pairs: form).body
            try await office.shop.write { transaction in
                let variant = try #require(try Variant.of([ids[0]], in: transaction)[ids[0]]?.first).id
                let price = Price(Money(minorUnits: 700, currency: .euro))
                try setPrice(price, of: variant, on: list, by: owner, in: transaction, world: world)
            }
            let done = try await ada.post("/desk/bulk-edits", pairs: form + [("targets", targets(in: preview))])
            #expect(try await prices(office) == [700, 900])
            let page = try await ada.get(#require(done.location)).body
            #expect(page.contains("One product was changed by somebody else meanwhile"))
            #expect(page.contains("Left as they were") && page.contains(">Cup 1</a>") && !page.contains(">Cup 2</a>"))
        }
    }

    @Test("are not repriced without a price list, and the field says so", arguments: TestDatabase.all)
    func noList(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ids = try await products(office, 1)
            let ada = try await office.visitor("Ada")
            for list in ["", PriceList.ID(bits: 1).description] {
                let form: KeyValuePairs = [
                    "scope": "picked", "pick": ids[0].description, "action": "percent", "value": "-10", "list": list,
                ]
                let answer = try await ada.post("/desk/bulk-edits/preview", form)
                #expect(answer.status == 422 && answer.body.contains("Choose the price list."))
                #expect(answer.body.contains(#"<option value="percent" selected>"#) && answer.body.contains(#"value="-10""#))
            }
            let rule: KeyValuePairs = [
                "title": "Cheap", "sort": "title", "filling": "rule", "match": "all", "conditions.0.field": "price",
                "conditions.0.list": "", "conditions.0.test": "atMost", "conditions.0.value": "10",
            ]
            let answer = try await ada.post("/desk/collections", rule, files: [])
            #expect(answer.status == 422 && answer.body.contains("Choose the price list."))
        }
    }

    @Test("are not changed by a percentage that nothing can be changed by", arguments: TestDatabase.all)
    func percentages(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ids = try await products(office, 1)
            let ada = try await office.visitor("Ada")
            for value in ["-101", "abc", "1e9", ""] {
                let form: KeyValuePairs = [
                    "scope": "picked", "pick": ids[0].description, "action": "percent", "value": value,
                    "list": office.shop.prices.description,
                ]
                let answer = try await ada.post("/desk/bulk-edits/preview", form)
                #expect(answer.status == 422 && answer.body.contains("Write per cent from −100 to 1000"), "\(value)")
            }
        }
    }

    @Test("are all that a list's filters show, when that is wanted", arguments: TestDatabase.all)
    func all(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            _ = try await products(office, 3)
            _ = try await office.shop.product("Chair")
            let ada = try await office.visitor("Ada")
            let form: KeyValuePairs = ["scope": "all", "search": "cup", "action": "addTag", "value": "sale"]
            let preview = try await ada.post("/desk/bulk-edits/preview", form).body
            #expect(preview.contains("Change these 3 products"))
            _ = try await ada.post("/desk/bulk-edits", ["action": "addTag", "value": "sale", "targets": targets(in: preview)])
            let tagged = try await office.database.read { snapshot in
                try Product.find(ProductSummary.page(in: snapshot).map(\.id), in: snapshot).values.filter { $0.tags == ["sale"] }.count
            }
            #expect(tagged == 3)
            #expect(try await ada.post("/desk/bulk-edits/preview", form).body.contains("Nothing would change."))
        }
    }

    @Test("need something to be ticked, a value that can be used, and a manager", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let id = try await products(office, 1)[0].description
            let ada = try await office.visitor("Ada")
            let none = try await ada.post("/desk/bulk-edits/preview", ["scope": "picked", "action": "draft"])
            #expect(none.status == 422)
            #expect(none.body.contains("Tick some of the list first."))
            let list = office.shop.prices.description
            let wrong = try await ada.post(
                "/desk/bulk-edits/preview", ["scope": "picked", "pick": id, "action": "set", "value": "cheap", "list": list])
            #expect(wrong.body.contains("Write an amount such as 49.95."))
            let below = try await ada.post(
                "/desk/bulk-edits/preview", ["scope": "picked", "pick": id, "action": "amount", "value": "−20", "list": list])
            #expect(below.body.contains("A price cannot be below zero."))
            let bo = try await office.visitor("Bo", [Grant(role: .associate, location: office.shop.harbour.id.bits)])
            #expect(try await bo.post("/desk/bulk-edits/preview", ["scope": "picked", "pick": id, "action": "draft"]).status == 403)
            #expect(try await bo.post("/desk/bulk-edits", ["action": "draft", "targets": "\(id):1"]).status == 403)
            #expect(try await bo.get("/desk/bulk-edits").status == 403)
        }
    }

    @Test("one is changed where it stands in the list, and what is wrong is said there", arguments: TestDatabase.all)
    func inline(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let id = try await products(office, 1)[0].description
            let ada = try await office.visitor("Ada")
            let list = try await ada.get("/desk/products?search=cup&edit=\(id)").body
            #expect(list.contains("<tr id=\"\(id)\" class=\"is-edited\">"))
            let row: KeyValuePairs = [
                "title": "Mug", "vendor": "Virta", "status": "draft", "price": "12.50", "version": "1", "back": "/desk/products?search=mug",
            ]
            let saved = try await ada.post("/desk/products/\(id)/row", row)
            #expect(saved.location == "/desk/products?search=mug#\(id)")
            #expect(try await ada.get("/desk/products?search=mug").body.contains("€12.50"))
            let wrong = try await ada.post(
                "/desk/products/\(id)/row",
                ["title": "", "status": "draft", "price": "12", "version": "2", "back": "/desk/products?search=mug"])
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("id=\"title-error\""))
            let stale = try await ada.post("/desk/products/\(id)/row", row)
            #expect(stale.status == 409)
            #expect(try await ada.post("/desk/products/\(id)/row", ["title": "x", "back": "https://evil.example"]).location == nil)
        }
    }
}
