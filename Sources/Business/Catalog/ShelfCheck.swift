import Database
import Essentials

/// A product that stands where it should not, or not where it should: what `seam doctor` reports.
public struct ShelfDifference: Sendable, Hashable, CustomStringConvertible {
    public let product: Product.ID?
    public let description: String
}

extension ShelfDifference {
    /// Compares every product with its shelves, and every rule with its collection, on a live database.
    /// - Returns: at most `limit` differences; none when all is right.
    public static func find(limit: Int = 1_000, in reading: some Reading) throws -> [ShelfDifference] {
        let rules = try CollectionRules.load(in: reading)
        var found = try miscounted(in: reading)
        var last: Int64 = 0
        while found.count < limit {
            let page = try reading.rows("SELECT seq, id FROM product WHERE seq > \(last) ORDER BY seq LIMIT 256") {
                (seq: try $0.next(Int64.self), id: try $0.next(Product.ID.self))
            }
            guard let end = page.last?.seq else { break }
            last = end
            found += try of(page.map(\.id), rules: rules, in: reading)
        }
        return Array(found.prefix(limit))
    }

    private static func of(_ ids: [Product.ID], rules: CollectionRules, in reading: some Reading) throws -> [ShelfDifference] {
        let products = try ShelvedProduct.find(ids, withAttributes: rules.needAttributes, in: reading)
        let present = try Shelving.present(of: ids, in: reading)
        var listings = try Listing.find(of: products.map(\.seq), in: reading)
        let wanted = products.flatMap { product in
            product.listings(present[product.id]?.all ?? []).map { (product: product.id, shelf: $0.0, listing: $0.2) }
        }
        let shelves = try Shelf.find(Set(wanted.map(\.shelf)), in: reading)

        var found: [ShelfDifference] = []
        for product in products where rules.collections(of: product) != Set(present[product.id]?.byRule.map(\.collection) ?? []) {
            found.append(
                ShelfDifference(product: product.id, description: "\(product.id) is not in the collections whose rules hold for it"))
        }
        found += try ProductSearch.differing(ids, in: reading).map {
            ShelfDifference(product: $0, description: "\($0) is found by other words than its own")
        }
        for (product, shelf, listing) in wanted {
            let place = shelves[shelf].map { Listing.Place(shelf: $0.id, product: listing.product) }
            if place.flatMap({ listings.removeValue(forKey: $0) }) != listing {
                found.append(
                    ShelfDifference(
                        product: product, description: "\(product) is not listed as it should be (\(shelf.kind.rawValue) “\(shelf.key)”)"))
            }
        }
        let names = Dictionary(uniqueKeysWithValues: products.map { ($0.seq, $0.id) })
        for place in listings.keys {
            guard let product = names[place.product] else { continue }
            found.append(
                ShelfDifference(product: product, description: "\(product) is listed on shelf \(place.shelf), where it does not belong"))
        }
        return found
    }

    private static func miscounted(in reading: some Reading) throws -> [ShelfDifference] {
        try reading.rows(
            """
            SELECT s.kind, s.key, s.products, count(l.product) FROM shelf s LEFT JOIN listing l ON l.shelf = s.id
            GROUP BY s.id, s.kind, s.key, s.products HAVING count(l.product) <> s.products
            """
        ) { row in
            let kind: Shelf.Kind = try row.next()
            let key: String = try row.next()
            let said: Int = try row.next()
            let counted: Int = try row.next()
            return ShelfDifference(product: nil, description: "shelf \(kind.rawValue) “\(key)” says \(said) products and holds \(counted)")
        }
    }
}
