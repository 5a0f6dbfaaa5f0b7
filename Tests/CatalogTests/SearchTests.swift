import Catalog
import Database
import Essentials
import Staff
import TestKit
import Testing

@Suite("Search by words")
struct SearchTests {
    @Test("a product is found by words of its variants and of every language it is translated into", arguments: TestDatabase.all)
    func words(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let tray = try await catalog.tray()
            try await catalog.create("Blanket")
            #expect(
                try await catalog.finds("blue tray", "28 cm", "TARJOTIN", "sininen", "tray sini", "кру", "trays") == [
                    "blue tray", "28 cm", "TARJOTIN", "sininen", "tray sini", "кру",
                ])

            try await catalog.translate(tray, into: "fi", ProductTranslation(title: "Alusta"))
            #expect(try await catalog.finds("tarjotin", "sininen", "alusta", "круглый") == ["alusta", "круглый"])

            let detail = try await catalog.read { try ProductDetail.find(tray.id, on: nil, in: $0) }
            var draft = detail.draft
            draft.title = "Platter"
            draft.variants.removeAll { $0.options == ["Blue", "28 cm"] }
            let changed = draft
            try await catalog.write { try updateProduct(tray.id, to: changed, seen: 1, by: catalog.manager, in: $0, world: catalog.world) }
            #expect(try await catalog.finds("tray", "blue", "28 cm", "platter 40", "alusta") == ["blue", "platter 40", "alusta"])
        }
    }

    @Test("where a variant's own words were typed, that variant is meant", arguments: TestDatabase.all)
    func variants(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let tray = try await catalog.tray()
            let options = Dictionary(uniqueKeysWithValues: try await catalog.variants(tray).map { ($0.id, $0.title) })
            let cases = [
                ("tray", ["Blue / 28 cm", "Blue / 40 cm", "Red / 40 cm"]), ("blue", ["Blue / 28 cm", "Blue / 40 cm"]),
                ("tray 40 cm", ["Blue / 40 cm", "Red / 40 cm"]), ("tarjotin sininen 28", ["Blue / 28 cm"]), ("TR-R", ["Red / 40 cm"]),
                ("", []), ("green", []),
            ]
            for (typed, titles) in cases {
                let meant = try await catalog.read { try Variant.meant(by: typed, ofAtMost: 10, limit: 10, in: $0) }
                #expect(meant.compactMap { options[$0] } == titles, "\(typed)")
            }
        }
    }

    @Test("a database from before there were such words gets them when it is opened", arguments: TestDatabase.all)
    func older(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            _ = try await catalog.tray()
            try await catalog.write { older in
                try older.run("DROP TABLE product_search")
                try older.run("DELETE FROM migration WHERE name LIKE 'catalog.0008%'")
            }
            let steps = try await catalog.write { try $0.migrate(KitMigrations.all + StaffSchema.migrations + CatalogSchema.migrations) }
            #expect(steps == ["catalog.0008 words to search by"])
            #expect(try await catalog.finds("28 cm", "sininen", "green") == ["28 cm", "sininen"])
        }
    }
}

extension TestCatalog {
    /// A tray in two colours and two sizes, in Finnish and Russian too.
    fileprivate func tray() async throws -> Product {
        let variants = [["Blue", "28 cm"], ["Blue", "40 cm"], ["Red", "40 cm"]].map { options in
            VariantDraft(options: options, sku: options == ["Red", "40 cm"] ? "TR-R40" : nil, prices: [list.id: dollars("30")])
        }
        let tray = try await create(ProductDraft(title: "Birch tray", options: ["Colour", "Size"], variants: variants))
        try await translate(tray, into: "fi", ProductTranslation(title: "Tarjotin", words: ["Blue": "Sininen"]))
        try await translate(tray, into: "ru", ProductTranslation(title: "Круглый поднос"))
        return tray
    }

    /// Those of some searches by which the only product is found, by shoppers and by staff alike.
    fileprivate func finds(_ searches: String...) async throws -> [String] {
        try await read { snapshot in
            try searches.filter { search in
                let staff = try ProductSummary.page(search: search, in: snapshot).count
                let shoppers = try ProductListing.find(ProductQuery(words: search), on: list.id, in: snapshot).total
                #expect(staff == shoppers, "\(search)")
                return staff == 1
            }
        }
    }
}
