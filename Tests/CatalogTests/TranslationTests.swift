import Catalog
import Essentials
import Staff
import TestKit
import Testing

@Suite("Translations")
struct TranslationTests {
    @Test("a text is shown in the reader's language, in the next best, or visibly in the original", arguments: TestDatabase.all)
    func fallback(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let shirt = try await catalog.create(
                ProductDraft(
                    title: "Shirt", body: "Soft", options: ["Size"],
                    variants: [VariantDraft(options: ["Small"], prices: [catalog.list.id: dollars("9")])]))
            try await catalog.translate(shirt, into: "DE", ProductTranslation(title: "Hemd", words: ["Small": "Klein", "Size": "Größe"]))
            try await catalog.translate(shirt, into: "de_at", ProductTranslation(title: "Leiberl"))

            let cases: [(String?, Translated, Translated, String)] = [
                (nil, .original("Shirt"), .original("Soft"), "Shirt – Small"),
                ("fr", .original("Shirt"), .original("Soft"), "Shirt – Small"),
                ("de", Translated(text: "Hemd", language: "de"), .original("Soft"), "Hemd – Klein"),
                ("de-CH", Translated(text: "Hemd", language: "de"), .original("Soft"), "Hemd – Klein"),
                ("not a tag!", .original("Shirt"), .original("Soft"), "Shirt – Small"),
            ]
            let variant = try #require(try await catalog.variants(shirt).first).id
            for (language, title, body, line) in cases {
                let detail = try await catalog.read { try ProductDetail.find(shirt.id, on: catalog.list.id, language: language, in: $0) }
                #expect(detail.title == title)
                #expect(detail.body == body)
                #expect(detail.body.isFallback)
                let sellable = try await catalog.read {
                    try SellableVariant.find([variant], on: catalog.list.id, language: language, in: $0)
                }
                #expect(sellable[variant]?.title == line)
                let listing = try await catalog.read {
                    try ProductListing.find(ProductQuery(), on: catalog.list.id, language: language, in: $0)
                }
                #expect(listing.cards.map(\.title) == [title])
            }
            let austrian = try await catalog.read { try ProductDetail.find(shirt.id, on: catalog.list.id, language: "de-AT", in: $0) }
            #expect(austrian.title == Translated(text: "Leiberl", language: "de-AT"))

            try await catalog.translate(shirt, into: "de-AT", ProductTranslation())
            let all = try await catalog.read { try ProductTranslation.of(shirt.id, in: $0) }
            #expect(all.keys.sorted() == ["de"])
            #expect(all["de"]?.words["Size"] == "Größe")
        }
    }

    @Test("no language, no role, no translation", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let shirt = try await catalog.create("Shirt")
            for tag in ["", "d", "german language", "de-"] where tag != "de-" {
                await #expect(throws: CatalogRefusal.language(tag)) {
                    try await catalog.translate(shirt, into: tag, ProductTranslation(title: "X"))
                }
            }
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await catalog.write {
                    try translateProduct(
                        shirt.id, into: "de", ProductTranslation(title: "X"), by: catalog.associate, in: $0, world: catalog.world)
                }
            }
            try await catalog.translate(shirt, into: "de", ProductTranslation(title: "Hemd"))
            try await catalog.translate(shirt, into: "de", ProductTranslation(title: " Hemd "))
            #expect(try await catalog.facts("product.updated") == 1)
        }
    }

    @Test("collections are translated too", arguments: TestDatabase.all)
    func collections(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let gifts = try await catalog.create(CollectionDraft(title: "Gifts", description: "For all"))
            try await catalog.write {
                try translateCollection(
                    gifts.id, into: "de", title: "Geschenke", description: nil, by: catalog.manager, in: $0, world: catalog.world)
            }
            let german = try await catalog.read { try CollectionDetail.find(handle: "gifts", language: "de", in: $0) }
            #expect(german?.title == Translated(text: "Geschenke", language: "de"))
            #expect(german?.description == .original("For all"))
        }
    }

    @Test("the difference between two versions names what changed", arguments: TestDatabase.all)
    func differences(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            try await catalog.create(
                ProductDraft(
                    title: "Lamp", attributes: Attributes([("watts", .number(5)), ("socket", .text("E27"))]),
                    variants: [VariantDraft(sku: "L", grams: 100)]))
            try await catalog.change("lamp") { draft in
                draft.title = "Desk lamp"
                draft.attributes = try Attributes([("watts", .number(7)), ("dimmable", .boolean(true))])
                draft.variants[0].sku = "DL"
                draft.variants[0].grams = nil
            }
            let versions = try await catalog.read { reading in
                let product = try Product.find(handle: "lamp", in: reading)?.id
                return try product.map { try ProductVersion.history(of: $0, in: reading) } ?? []
            }
            let differences = versions[0].content.differences(from: versions[1].content)
            #expect(
                differences == [
                    ProductDifference(field: "title", before: "Lamp", after: "Desk lamp"),
                    ProductDifference(field: "attributes.dimmable", before: nil, after: "true"),
                    ProductDifference(field: "attributes.watts", before: "5", after: "7"),
                    ProductDifference(field: "variants.L.sku", before: "L", after: "DL"),
                    ProductDifference(field: "attributes.socket", before: "E27", after: nil),
                    ProductDifference(field: "variants.L.grams", before: "100", after: nil),
                ])
        }
    }
}

extension TestCatalog {
    func translate(_ product: Product, into language: String, _ translation: ProductTranslation) async throws {
        try await write { try translateProduct(product.id, into: language, translation, by: manager, in: $0, world: world) }
    }
}
