import Catalog
import Essentials
import Staff
import TestKit
import Testing

@Suite("Creating a product")
struct CreateProductTests {
    @Test("a product is there with its variants, pictures, attributes and prices", arguments: TestDatabase.all)
    func whole(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let attributes = try Attributes([("watts", .number(7.5)), ("dimmable", .boolean(true)), ("socket", .text("E27 \"big\""))])
            let made = try await catalog.create(
                ProductDraft(
                    title: "  Émile's Lampe ", body: "<p>Bright</p>", vendor: "Ohm", type: "Lamp", tags: ["Home", " home ", "Sale"],
                    options: ["Size", "Colour"], attributes: attributes,
                    variants: [
                        VariantDraft(
                            options: ["Small", "Blue"], sku: "L-S-B", barcode: "0095205603217", grams: 300,
                            prices: [catalog.list.id: dollars("49.95", compareAt: "60")]),
                        VariantDraft(options: ["Large", "Blue"], sku: "L-L-B", image: "https://img.example/large.jpg"),
                    ],
                    media: [MediaDraft(url: "https://img.example/lamp.jpg", alt: "A lamp")]))
            #expect(made.handle == "emile-s-lampe")
            #expect(made.title == "Émile's Lampe")
            #expect(made.tags == ["Home", "Sale"])
            #expect(made.options == ["Size", "Colour"])
            #expect(made.attributes["socket"] == .text("E27 \"big\""))
            #expect(made.attributes.json == #"{"dimmable":true,"socket":"E27 \"big\"","watts":7.5}"#)
            #expect(made.version == 1)

            let variants = try await catalog.variants(made)
            #expect(variants.map(\.title) == ["Small / Blue", "Large / Blue"])
            let found = try await catalog.read { try SellableVariant.find(variants.map(\.id), on: catalog.list.id, in: $0) }
            let small = try #require(found[variants[0].id])
            #expect(small.title == "Émile's Lampe – Small / Blue")
            #expect(small.image == MediaDraft(url: "https://img.example/lamp.jpg", alt: "A lamp"))
            #expect(small.price == dollars("49.95", compareAt: "60"))
            #expect(small.price?.isReduced == true)
            #expect(small.isSellable)
            let large = try #require(found[variants[1].id])
            #expect(large.image?.url == "https://img.example/large.jpg")
            #expect(large.isActive)
            #expect(!large.isSellable)
            #expect(try await catalog.facts("product.created") == 1)
        }
    }

    @Test("products of the same title get handles of their own", arguments: TestDatabase.all)
    func handles(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            for _ in 1...3 { try await catalog.create("Desk lamp") }
            let handles = try await catalog.read { try $0.values("SELECT handle FROM product ORDER BY seq", as: String.self) }
            #expect(handles == ["desk-lamp", "desk-lamp-2", "desk-lamp-3"])
            await #expect(throws: CatalogRefusal.handleTaken("desk-lamp")) {
                try await catalog.create(ProductDraft(title: "Another", handle: "Desk Lamp"))
            }
        }
    }

    @Test("two who create the same SKU at once: one has it, one is refused", arguments: TestDatabase.all)
    func twoAtOnce(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            async let one = Result { try await catalog.create("One", sku: "S-1") }
            async let two = Result { try await catalog.create("Two", sku: "S-1") }
            let outcomes = await [one, two]
            #expect(outcomes.filter { (try? $0.get()) != nil }.count == 1)
            let refusals = outcomes.compactMap { outcome -> String? in
                guard case .failure(let error as any Refusal) = outcome else { return nil }
                return error.code
            }
            #expect(refusals == ["sku.taken"])
        }
    }

    @Test("what a product cannot be is refused with its field", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let cases: [(ProductDraft, String, String?)] = [
                (ProductDraft(title: "  "), "product.title_missing", "title"),
                (ProductDraft(title: "A", handle: "!!!"), "handle.invalid", "handle"),
                (ProductDraft(title: "A", tags: ["a,b"]), "product.tag", "tags"),
                (ProductDraft(title: "A", options: ["Size", "size"]), "product.options", "options"),
                (ProductDraft(title: "A", options: ["1", "2", "3", "4"]), "product.options", "options"),
                (ProductDraft(title: "A", variants: [VariantDraft(), VariantDraft()]), "product.options", "options"),
                (ProductDraft(title: "A", options: ["Size"], variants: [VariantDraft()]), "variant.option_missing", "variants.0.options"),
                (
                    ProductDraft(title: "A", options: ["Size"], variants: [VariantDraft(options: ["S"]), VariantDraft(options: ["S"])]),
                    "variant.options_repeated", "variants.1.options"
                ),
                (ProductDraft(title: "A", variants: [VariantDraft(barcode: "0095205603218")]), "gtin.invalid", "variants.0.barcode"),
                (ProductDraft(title: "A", variants: [VariantDraft(grams: -1)]), "variant.grams", "variants.0.grams"),
                (
                    ProductDraft(title: "A", variants: [VariantDraft(prices: [catalog.list.id: dollars("-1")])]), "price.negative",
                    "variants.0.price"
                ),
                (
                    ProductDraft(title: "A", variants: [VariantDraft(prices: [catalog.list.id: Price(.zero(.euro))])]), "price.currency",
                    "variants.0.price"
                ),
                (ProductDraft(title: "A", media: [MediaDraft(url: "javascript:alert(1)")]), "media.address", "url"),
                (ProductDraft(title: "A", media: [MediaDraft(url: "//evil.example/x")]), "media.address", "url"),
            ]
            for (draft, code, field) in cases {
                let error = await #expect(throws: (any Error).self) { try await catalog.create(draft) }
                let refusal = error as? any Refusal
                #expect(refusal?.code == code)
                #expect(refusal?.field == field)
                #expect(refusal?.message.isEmpty == false)
            }
            let count = try await catalog.read { try $0.value("SELECT count(*) FROM product", as: Int.self) }
            #expect(count == 0)
        }
    }

    @Test("an associate may not create products or set prices", arguments: TestDatabase.all)
    func roles(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await catalog.write {
                    try createProduct(ProductDraft(title: "A"), by: catalog.associate, in: $0, world: catalog.world)
                }
            }
            let lamp = try await catalog.create("Lamp")
            let variant = try #require(try await catalog.variants(lamp).first)
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await catalog.write {
                    try setPrice(dollars("1"), of: variant.id, on: catalog.list.id, by: catalog.associate, in: $0, world: catalog.world)
                }
            }
        }
    }
}

extension Result where Failure == any Error {
    init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
