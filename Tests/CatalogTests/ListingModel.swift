import Catalog
import Database
import Essentials
import Testing

/// What lists of products should be, said without shelves.
extension ProductDetail {
    func matches(_ query: ProductQuery, inside: [Catalog.Collection.ID: [Product.ID]]) -> Bool {
        guard product.status == .active, let price = prices.values.map(\.amount.minorUnits).min() else { return false }
        if let collection = query.collection, inside[collection]?.contains(product.id) != true { return false }
        return (query.vendors.isEmpty || query.vendors.contains(product.vendor))
            && (query.types.isEmpty || query.types.contains(product.type))
            && (query.tags.isEmpty || query.tags.contains { product.tags.contains($0) })
            && price >= query.lowestPrice ?? 0 && price <= query.highestPrice ?? .max
    }
}

extension [ProductCard] {
    func isSorted(_ sort: Catalog.Collection.Sort, by arrangement: [Product.ID]) -> Bool {
        let places = Dictionary(uniqueKeysWithValues: arrangement.enumerated().map { ($1, $0) })
        return zip(self, dropFirst()).allSatisfy { a, b in
            switch sort {
            case .title: a.plainTitle <= b.plainTitle
            case .titleDescending: a.plainTitle >= b.plainTitle
            case .price: a.price.amount <= b.price.amount
            case .priceDescending: a.price.amount >= b.price.amount
            case .newest, .manual: places.isEmpty || sort == .newest || places[a.id] ?? 0 <= places[b.id] ?? 0
            }
        }
    }
}

extension ProductCard {
    fileprivate var plainTitle: String { title.text.lowercased().replacing("ä", with: "a").replacing("!", with: "") }
}

extension ProductQuery {
    static func random(collections: [Catalog.Collection.ID], using random: inout Randomness) -> ProductQuery {
        func some(_ names: [String]) -> [String] {
            Bool.random(using: &random) ? [] : names.filter { _ in Int.random(in: 0...2, using: &random) == 0 }
        }
        var query = ProductQuery(vendors: some(["v0", "v1", "v2", "v3"]), types: some(["lamp", "chair"]), tags: some(["t1", "t2", "t3"]))
        query.collection = Bool.random(using: &random) ? collections.randomElement(using: &random) : nil
        if Bool.random(using: &random) { query.lowestPrice = .random(in: 0...1_500, using: &random) }
        if Bool.random(using: &random) { query.highestPrice = .random(in: 500...2_000, using: &random) }
        query.sort =
            Catalog.Collection.Sort.allCases.filter { $0 != .manual || query.collection == collections[0] }.randomElement(using: &random)
            ?? .newest
        return query
    }
}

extension ProductDraft {
    static func shelved(_ number: Int, on list: PriceList, and yen: PriceList, using random: inout Randomness) -> ProductDraft {
        let count = Int.random(in: 1...3, using: &random)
        return ProductDraft(
            title: "\(["Lamp", "lamp", "Chair", "Älter", "Zoo"].randomElement(using: &random) ?? "") \(number)",
            vendor: ["", "v0", "v1", "v2", "v3"].randomElement(using: &random) ?? "",
            type: ["", "lamp", "chair"].randomElement(using: &random) ?? "",
            tags: ["t1", "t2", "t3"].filter { _ in Bool.random(using: &random) },
            status: Int.random(in: 0...5, using: &random) == 0 ? .draft : .active, options: count > 1 ? ["Size"] : [],
            variants: (0..<count).map { index in
                var variant = VariantDraft(options: count > 1 ? ["\(index)"] : [])
                if Int.random(in: 0...4, using: &random) > 0 {
                    variant.prices[list.id] = Price(Money(minorUnits: .random(in: 0...2_000, using: &random), currency: .dollar))
                }
                if Bool.random(using: &random) { variant.prices[yen.id] = Price(Money(minorUnits: 5, currency: .yen)) }
                return variant
            })
    }
}

extension TestCatalog {
    /// Each shelf's figure is the count of its listings, and the shelf of everything holds what is active and has a price.
    func expectShelvesAreRight(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let differences = try await read { try ShelfDifference.find(in: $0) }
        #expect(differences == [], sourceLocation: sourceLocation)
        let sold = try await read {
            try $0.values(
                """
                SELECT DISTINCT p.id FROM product p JOIN variant v ON v.product = p.id JOIN price ON price.variant = v.id
                WHERE p.status = 'active' AND v.archived_at IS NULL AND price.list = \(list.id)
                """, as: Product.ID.self)
        }
        #expect(try await listing(ProductQuery(), size: 10_000).cards.count == sold.count, sourceLocation: sourceLocation)
    }
}
