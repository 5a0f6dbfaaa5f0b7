import Essentials
import TestKit
import Testing

@testable import Catalog

@Suite("Lists of products")
struct ListingTests {
    @Test("each list is what its query says, after whatever happened to the products", arguments: TestDatabase.all)
    func model(on engine: TestDatabase) async throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            try await withCatalog(on: engine) { catalog in
                var random = Randomness.seeded(seed)
                let yen = try await catalog.write {
                    try createPriceList(name: "Yen", currency: .yen, by: catalog.manager, in: $0, world: catalog.world)
                }
                let byHand = try await catalog.create(CollectionDraft(title: "By hand"))
                let byRule = try await catalog.create(
                    CollectionDraft(title: "By rule", rule: CollectionRule(.any, [.init(.vendor, .is, "v1"), .init(.tag, .is, "t2")])))
                for number in 1...60 {
                    try await catalog.create(.shelved(number, on: catalog.list, and: yen, using: &random))
                }
                for _ in 1...60 { try await Self.somethingHappens(in: catalog, byHand: byHand.id, using: &random) }
                try await catalog.expectShelvesAreRight()

                let all = try await catalog.read { try Product.find($0.values("SELECT id FROM product", as: Product.ID.self), in: $0) }
                let details = try await catalog.read { try ProductDetail.find(Array(all.keys), on: catalog.list.id, in: $0) }
                let inside = try await catalog.read {
                    [
                        byHand.id: try Catalog.Collection.products(of: byHand.id, in: $0),
                        byRule.id: try Catalog.Collection.products(of: byRule.id, in: $0),
                    ]
                }
                for _ in 1...60 {
                    let query = ProductQuery.random(collections: [byHand.id, byRule.id], using: &random)
                    let expected = details.values.filter { $0.matches(query, inside: inside) }
                    let listing = try await catalog.listing(query, size: 7)
                    // Both ways of finding them find the same.
                    let along = try await catalog.read {
                        try ProductListing.find(query, on: catalog.list.id, at: .page(1), size: 7, language: nil, few: 0, in: $0)
                    }
                    #expect(along == listing, "seed \(seed): \(query)")
                    #expect(listing.total == expected.count, "seed \(seed): \(query)")

                    // Page by page along the cursors, and by number, it is the same list, complete and in order.
                    var walked = listing.cards
                    var cursor = listing.next
                    var page = 1
                    while let start = cursor {
                        let text = try #require(ListingCursor(start.description))
                        let next = try await catalog.listing(query, at: .after(text), size: 7)
                        page += 1
                        #expect(try await catalog.listing(query, at: .page(page), size: 7).cards == next.cards)
                        walked += next.cards
                        cursor = next.next
                    }
                    #expect(Set(walked.map(\.id)) == Set(expected.map(\.product.id)), "seed \(seed): \(query)")
                    #expect(walked.count == expected.count, "seed \(seed): \(query)")
                    #expect(walked.isSorted(query.sort, by: inside[query.collection ?? byRule.id] ?? []), "seed \(seed): \(query)")

                    let vendors = try await catalog.read { try ProductFacet.find(.vendor, for: query, on: catalog.list.id, in: $0) }
                    var anyVendor = query
                    anyVendor.vendors = []
                    let wanted = Dictionary(
                        grouping: details.values.filter { $0.matches(anyVendor, inside: inside) && !$0.product.vendor.isEmpty },
                        by: \.product.vendor)
                    #expect(
                        Dictionary(uniqueKeysWithValues: vendors.map { ($0.name, $0.count) }) == wanted.mapValues(\.count),
                        "seed \(seed): \(query)")
                }
            }
        }
    }

    @Test("however many vendors are chosen, their products are found", arguments: TestDatabase.all)
    func manyVendors(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            for number in 1...40 { try await catalog.create("Lamp \(number)", vendor: "V\(number)") }
            let all = (1...600).map { "V\($0)" }
            for chosen in [1, 2, 16, 17, 39, 600] {
                let listing = try await catalog.listing(ProductQuery(vendors: Array(all.prefix(chosen)), sort: .price))
                #expect(listing.total == min(chosen, 40))
                #expect(listing.cards.count == min(chosen, 24))
            }
        }
    }

    @Test("a page of cards needs few statements, and no more for more cards", arguments: TestDatabase.all)
    func statements(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            for number in 1...40 {
                try await catalog.create("Lamp \(number)", price: "\(number)", vendor: "V\(number % 3)", tags: ["T\(number % 2)"])
            }
            let queries = [
                (ProductQuery(), 2), (ProductQuery(vendors: ["V1"], sort: .title), 2),
                (ProductQuery(vendors: ["V1", "V2"], tags: ["T1"], lowestPrice: 500, sort: .price), 3),
                (ProductQuery(lowestPrice: 500, sort: .title), 4),
            ]
            for (query, budget) in queries {
                for size in [1, 24] {
                    let (_, count) = try await catalog.statements.during { try await catalog.listing(query, size: size) }
                    #expect(count <= budget, "\(query)")
                }
            }
            let (detail, count) = try await catalog.statements.during { try await catalog.detail("lamp-7") }
            #expect(detail.variants.count == 1)
            #expect(count == 3)
        }
    }

    @Test("staff find products of any status by words, SKU and barcode", arguments: TestDatabase.all)
    func search(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            try await catalog.create(
                ProductDraft(
                    title: "Café Crème 100%", status: .draft, variants: [VariantDraft(sku: "Cc_100", barcode: "0095205603217")]))
            try await catalog.create("Coffee cup", sku: "CUP-1")
            try await catalog.create("Crème brûlée", sku: "CB-1")
            func find(_ text: String, status: Product.Status? = nil) async throws -> [String] {
                try await catalog.read { try ProductSummary.page(search: text, status: status, in: $0) }.map(\.title)
            }
            #expect(try await find("creme") == ["Café Crème 100%", "Crème brûlée"])
            #expect(try await find("CREM caf") == ["Café Crème 100%"])
            #expect(try await find("creme", status: .active) == ["Crème brûlée"])
            #expect(try await find("cup-") == ["Coffee cup"])
            #expect(try await find("cc_") == ["Café Crème 100%"])
            #expect(try await find("_") == [])
            #expect(try await find("%") == [])
            #expect(try await find("0095205") == ["Café Crème 100%"])
            #expect(try await find("095205603217") == ["Café Crème 100%"])
            #expect(try await find("nothing") == [])
            #expect(try await find("") == ["Café Crème 100%", "Coffee cup", "Crème brûlée"])
            let first = try await catalog.read { try ProductSummary.page(limit: 2, in: $0) }
            let rest = try await catalog.read { try ProductSummary.page(after: first.last?.cursor, in: $0) }
            #expect(rest.map(\.title) == ["Crème brûlée"])
            #expect(try await catalog.read { try ProductSummary.counts(in: $0) } == [.draft: 1, .active: 2])
        }
    }

    private static func somethingHappens(
        in catalog: TestCatalog, byHand: Catalog.Collection.ID, using random: inout Randomness
    ) async throws {
        let ids = try await catalog.read { try $0.values("SELECT id FROM product ORDER BY seq", as: Product.ID.self) }
        let id = ids[Int.random(in: 0..<ids.count, using: &random)]
        let detail = try await catalog.read { try ProductDetail.find(id, on: catalog.list.id, in: $0) }
        switch Int.random(in: 0...4, using: &random) {
        case 0:
            let vendor = "v\(Int.random(in: 0...3, using: &random))"
            let status = Product.Status.allCases.randomElement(using: &random) ?? .active
            try await catalog.change(detail.product.handle) {
                $0.vendor = vendor
                $0.title += "!"
                $0.status = status
                $0.tags = [vendor == "v1" ? "t1" : "t2"]
            }
        case 1:
            let cents = Int64.random(in: 0...2_000, using: &random)
            let price = Bool.random(using: &random) ? Price(Money(minorUnits: cents, currency: .dollar)) : nil
            try await catalog.set(price, of: detail.variants[0].id)
        case 2: try await catalog.write { try addToCollection(byHand, [id], by: catalog.manager, in: $0, world: catalog.world) }
        case 3: try await catalog.write { try removeFromCollection(byHand, [id], by: catalog.manager, in: $0, world: catalog.world) }
        default:
            let order = ids.shuffled(using: &random)
            try await catalog.write { try arrangeCollection(byHand, order, by: catalog.manager, in: $0, world: catalog.world) }
        }
    }
}
