import Database
import Essentials

/// A product's place on a shelf, with what it is sorted by and what its price tag shows. Only what is active and has a
/// price on the shelf's list stands there.
struct Listing: Equatable {
    struct Place: Hashable {
        let shelf: Int64
        let product: Int64
    }

    let product: Int64
    let titleKey: String
    let price: Int64
    let priceTo: Int64
    let compareAt: Int64?
    let position: Int64?

    static let insertion: SQL = "INSERT INTO listing (shelf, product, title_key, price, price_to, compare_at, position) VALUES"
    static let replacement: SQL = """
         ON CONFLICT (shelf, product) DO UPDATE SET title_key = EXCLUDED.title_key, price = EXCLUDED.price, \
        price_to = EXCLUDED.price_to, compare_at = EXCLUDED.compare_at, position = EXCLUDED.position
        """

    func row(on shelf: Int64) -> SQL {
        "(\(shelf), \(product), \(titleKey), \(price), \(priceTo), \(compareAt), \(position))"
    }

    static func find(of products: [Int64], in reading: some Reading) throws -> [Place: Listing] {
        guard !products.isEmpty else { return [:] }
        let found = try reading.rows(
            """
            SELECT shelf, product, title_key, price, price_to, compare_at, position FROM listing WHERE product IN \(list: products)
            """
        ) { row in
            let shelf: Int64 = try row.next()
            let listing = Listing(
                product: try row.next(), titleKey: try row.next(), price: try row.next(), priceTo: try row.next(),
                compareAt: try row.next(), position: try row.next())
            return (Place(shelf: shelf, product: listing.product), listing)
        }
        return Dictionary(uniqueKeysWithValues: found)
    }
}

extension ShelvedProduct {
    /// Every shelf on which it should stand, how that shelf is called, and its place there.
    func listings(_ memberships: [Shelving.Membership]) -> [(Shelf, name: String, Listing)] {
        guard status == .active else { return [] }
        var listings: [(Shelf, name: String, Listing)] = []
        for (list, span) in prices {
            func place(_ shelf: Shelf?, name: String, position: Int64? = nil) {
                guard let shelf else { return }
                let listing = Listing(
                    product: seq, titleKey: titleKey, price: span.least, priceTo: span.most, compareAt: span.compareAt, position: position)
                listings.append((shelf, name, listing))
            }
            place(.all(on: list), name: "")
            place(.named(vendor, .vendor, on: list), name: vendor)
            place(.named(type, .type, on: list), name: type)
            // Tags that differ in diacritics only are one shelf.
            var keys: Set<String> = []
            for tag in tags {
                guard let shelf = Shelf.named(tag, .tag, on: list), keys.insert(shelf.key).inserted else { continue }
                place(shelf, name: tag)
            }
            for membership in memberships {
                // What a rule put there stands newest first.
                place(.collection(membership.collection, on: list), name: "", position: membership.position ?? -seq)
            }
        }
        return listings
    }
}
