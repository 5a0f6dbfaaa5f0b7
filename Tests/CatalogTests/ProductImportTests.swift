import Catalog
import Essentials
import Staff
import Tables
import TestKit
import Testing

@Suite("Importing products")
struct ProductImportTests {
    private static let header = """
        Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,\
        Variant Grams,Variant Inventory Tracker,Variant Inventory Policy,Variant Price,Variant Compare At Price,\
        Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Variant Image,Status,\
        Attributes (JSON)
        """
    private static let shirt = [
        header,
        #"shirt,"Shirt, ""best""","<p>Two"# + "\n"
            + #"lines</p>",Loom,Clothes,"Summer, Sale",TRUE,Size,S,Colour,Red,SH-S-R,200,shopify,deny,19.95,25,"#
            + #"TRUE,TRUE,4006381333931,https://i.example/2.jpg,2,Back,,active,"{""cotton"": 100, ""organic"": true}""#,
        "shirt,,,,,,,,M,,Red,SH-M-R,210,,continue,21.95,,FALSE,FALSE,,https://i.example/1.jpg,1,Front,https://i.example/2.jpg,,",
        "shirt,,,,,,,,,,,,,,,,,,,,https://i.example/3.jpg,3,,,,",
        "mug,Mug,,,,,FALSE,Title,Default Title,,,MUG,,,,5,,,,,,,,,active,",
    ]

    @Test("a product takes several rows: variants and pictures", arguments: TestDatabase.all)
    func variants(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            for chunk in [1, 3, 4_096] {
                let report = try await catalog.importing(ProductFile(Self.shirt), chunk: chunk)
                #expect(report.figures == (chunk == 1 ? [4, 2, 0, 0, 0] : [4, 0, 0, 2, 0]), "\(report.text)")
            }
            let shirt = try await catalog.detail("shirt")
            #expect(shirt.product.title == #"Shirt, "best""#)
            #expect(shirt.product.body == "<p>Two\nlines</p>")
            #expect(shirt.product.tags == ["Summer", "Sale"])
            #expect(shirt.product.options == ["Size", "Colour"])
            #expect(shirt.product.attributes["organic"] == .boolean(true))
            #expect(shirt.variants.map(\.title) == ["S / Red", "M / Red"])
            #expect(shirt.variants.map(\.grams) == [200, 210])
            #expect(shirt.variants.map(\.isTracked) == [true, false])
            #expect(shirt.variants.map(\.whenSoldOut) == [.deny, .backorder])
            #expect(shirt.variants.map(\.isTaxable) == [true, false])
            #expect(shirt.media.map(\.alt) == ["Front", "Back", ""])
            #expect(shirt.variants[1].media == shirt.media[1].id)
            #expect(shirt.prices[shirt.variants[0].id] == dollars("19.95", compareAt: "25"))
            #expect(shirt.prices[shirt.variants[1].id] == dollars("21.95"))
            let mug = try await catalog.detail("mug")
            #expect(mug.product.status == .draft)
            #expect(mug.product.options.isEmpty)
            #expect(mug.variants.count == 1)
        }
    }

    @Test("what changed is updated, by handle, and variants keep their ids", arguments: TestDatabase.all)
    func updates(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            try await catalog.importing(ProductFile(Self.shirt))
            let before = try await catalog.detail("shirt")
            var lines = Self.shirt
            lines[2] = lines[2].replacing("21.95", with: "18.95").replacing("M,,Red,SH-M-R", with: "L,,Red,SH-M-R")
            let report = try await catalog.importing(ProductFile(lines))
            #expect(report.figures == [4, 0, 1, 1, 0], "\(report.text)")
            let after = try await catalog.detail("shirt")
            #expect(after.variants.map(\.id) == before.variants.map(\.id))
            #expect(after.variants.map(\.title) == ["S / Red", "L / Red"])
            #expect(after.prices[after.variants[1].id] == dollars("18.95"))
            #expect(after.product.version == 2)
            #expect(try await catalog.facts("product.updated") == 1)
            #expect(try await catalog.facts("price.changed") == 1)
        }
    }

    @Test("a file of prices changes prices only", arguments: TestDatabase.all)
    func partialColumns(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            try await catalog.importing(ProductFile(Self.shirt))
            let before = try await catalog.detail("shirt")
            let report = try await catalog.importing(
                "handle,TITLE,Variant SKU,variant price", "shirt,\"Shirt, \"\"best\"\"\",SH-M-R,9", "shirt,,SH-S-R,8")
            #expect(report.figures == [2, 0, 1, 0, 0], "\(report.text)")
            let after = try await catalog.detail("shirt")
            #expect(Set(after.variants.map(\.id)) == Set(before.variants.map(\.id)))
            #expect(after.product.body == before.product.body)
            #expect(after.product.attributes == before.product.attributes)
            #expect(after.media == before.media)
            #expect(after.prices[before.variants[0].id] == dollars("8", compareAt: "25"))
            #expect(after.prices[before.variants[1].id] == dollars("9"))
        }
    }

    @Test("a handle that was changed in the shop is still found by a file that has the old one", arguments: TestDatabase.all)
    func renamed(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            try await catalog.importing(ProductFile.simple(2))
            let product = try await catalog.detail("p-1")
            var draft = product.draft
            draft.handle = "first"
            try await catalog.write { [draft] in
                _ = try updateProduct(product.product.id, to: draft, seen: 1, by: catalog.manager, in: $0, world: catalog.world)
            }
            let report = try await catalog.importing(ProductFile.simple(2))
            #expect(report.figures == [2, 0, 0, 2, 0], "\(report.text)")
            #expect(try await catalog.detail("p-1").product.handle == "first")
            let both = try await catalog.importing(
                "Handle,Title,Variant SKU,Variant Price", "p-1,Product 1,S-1,1.95", "first,Product 1,S-1,1.95")
            #expect(both.figures == [2, 0, 0, 1, 1])
        }
    }

    @Test("two imports of one file at once make no doubles", arguments: TestDatabase.all)
    func twoAtOnce(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            async let one = catalog.importing(ProductFile.simple(300))
            async let two = catalog.importing(ProductFile.simple(300), chunk: 64)
            let reports = try await [one, two]
            #expect(reports.map(\.created).reduce(0, +) == 300)
            #expect(reports.allSatisfy { $0.created + $0.unchanged == 300 && $0.refusedCount == 0 })
            #expect(try await catalog.listing(ProductQuery()).total == 300)
            try await catalog.expectShelvesAreRight()
        }
    }

    @Test("only a manager may import", arguments: TestDatabase.all)
    func roles(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await ProductImport(list: catalog.list, world: catalog.world)
                    .run(try ProductFile.simple(1).reader(), into: catalog.database, by: catalog.associate)
            }
        }
    }

    @Test("what was exported imports as unchanged, whatever the products are like", arguments: TestDatabase.all)
    func roundTrip(on engine: TestDatabase) async throws {
        for seed in 1...8 as ClosedRange<UInt64> {
            try await withCatalog(on: engine) { catalog in
                var random = Randomness.seeded(seed)
                for number in 1...25 { try await catalog.create(.random(number, on: catalog.list, using: &random)) }
                let file = try await catalog.exported()
                let report = try await catalog.importing(file, chunk: 1 + Int(seed) * 13)
                #expect(report.unchanged == 25 && report.refusedCount == 0, "seed \(seed): \(report.text)")
                #expect(try await catalog.exported().bytes == file.bytes)

                try await withCatalog(on: engine) { copy in
                    let report = try await copy.importing(file)
                    #expect(report.created == 25, "seed \(seed): \(report.text)")
                    #expect(try await copy.exported().bytes == file.bytes)
                }
            }
        }
    }
}

extension ProductDraft {
    /// A product with whatever could go wrong between quotes and commas.
    fileprivate static func random(_ number: Int, on list: PriceList, using random: inout Randomness) throws -> ProductDraft {
        func text(_ words: Int) -> String {
            let pool = ["plain", "com,ma", "\"quoted\"", "two\nlines", "cr\r\nlf", "Ünïcödé", "😀", "=1+1", "a;b", "'", "</p>"]
            return (0..<words).map { _ in pool[Int.random(in: 0..<pool.count, using: &random)] }.joined(separator: " ")
        }
        let options = Array(["Size", "Colour", "Cut"].prefix(Int.random(in: 0...3, using: &random)))
        let pictures = (0..<Int.random(in: 0...4, using: &random)).map {
            MediaDraft(url: "https://i.example/\(number)/\($0).jpg", alt: text($0))
        }
        let count = options.isEmpty ? 1 : Int.random(in: 1...6, using: &random)
        let variants = (0..<count).map { index in
            var variant = VariantDraft(options: options.indices.map { $0 == 0 ? "v\(index)" : text(1) })
            if Bool.random(using: &random) { variant.sku = "SKU,\(number)-\(index)" }
            if Bool.random(using: &random) { variant.barcode = "0095205603217" }
            if Bool.random(using: &random) { variant.grams = Int64.random(in: 0...5_000, using: &random) }
            variant.isTaxable = Bool.random(using: &random)
            variant.requiresShipping = Bool.random(using: &random)
            variant.isTracked = Bool.random(using: &random)
            variant.whenSoldOut = Bool.random(using: &random) ? .deny : .backorder
            variant.image = Bool.random(using: &random) ? pictures.randomElement(using: &random)?.url : nil
            if Int.random(in: 0...3, using: &random) > 0 {
                let amount = Money(minorUnits: .random(in: 0...99_999, using: &random), currency: .dollar)
                variant.prices[list.id] = Price(amount, compareAt: Bool.random(using: &random) ? amount + amount : nil)
            }
            return variant
        }
        return ProductDraft(
            title: "\(number) " + text(3), body: text(5), vendor: text(1), type: text(1),
            tags: ["a\"b", "ü", "c d"].filter { _ in Bool.random(using: &random) },
            status: Product.Status.allCases.randomElement(using: &random) ?? .active, options: options,
            attributes: try Attributes([
                (text(2), .text(text(4))), ("n", .number(.random(in: -1e6...1e6, using: &random))), ("b", .boolean(true)),
            ]),
            variants: variants, media: pictures)
    }
}
