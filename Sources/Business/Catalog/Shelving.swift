import Database
import Essentials

/// Keeps collections and shelves right when products change, so that every page is one walk along an index.
enum Shelving {
    /// Puts these products onto the shelves where they belong now, and takes them off the others. Rules are asked first.
    /// - Parameter isNew: they were just created, and stand nowhere yet.
    static func refresh(_ products: [Product.ID], isNew: Bool = false, in transaction: Transaction) throws {
        let rules = try CollectionRules.load(in: transaction)
        for piece in products.pieces(of: 256) {
            let loaded = try ShelvedProduct.find(Array(piece), withAttributes: rules.needAttributes, in: transaction)
            let memberships = try memberships(of: loaded, rules: rules, isNew: isNew, in: transaction)
            try place(loaded, memberships, isNew: isNew, in: transaction)
        }
    }

    /// A product's place in a collection.
    struct Membership {
        let collection: Collection.ID
        let position: Int64?
    }

    /// Where a product is, of the collections that are not archived.
    struct Present {
        var byHand: [Membership] = []
        var byRule: [Membership] = []
        var all: [Membership] { byHand + byRule }
    }

    static func present(of products: [Product.ID], in reading: some Reading) throws -> [Product.ID: Present] {
        var present: [Product.ID: Present] = [:]
        guard !products.isEmpty else { return present }
        try reading.each(
            """
            SELECT m.product, m.collection, m.position, k.rule IS NULL FROM collection_product m JOIN collection k ON k.id = m.collection
            WHERE m.product IN \(list: products) AND k.archived_at IS NULL
            """
        ) { row in
            let product: Product.ID = try row.next()
            let membership = Membership(collection: try row.next(), position: try row.next())
            let isByHand: Bool = try row.next()
            let kind = isByHand ? \Present.byHand : \Present.byRule
            present[product, default: Present()][keyPath: kind].append(membership)
        }
        return present
    }

    /// What hands have put there stays; what rules put there is compared with what they say now.
    private static func memberships(
        of products: [ShelvedProduct], rules: CollectionRules, isNew: Bool, in transaction: Transaction
    ) throws -> [Product.ID: [Membership]] {
        let present = isNew ? [:] : try present(of: products.map(\.id), in: transaction)
        var memberships: [Product.ID: [Membership]] = [:]
        var arrived: [SQL] = []
        for product in products {
            let before = Set(present[product.id]?.byRule.map(\.collection) ?? [])
            let now = rules.collections(of: product)
            arrived += now.subtracting(before).sorted().map { "(\($0), \(product.id), NULL)" }
            let left = before.subtracting(now)
            if !left.isEmpty {
                try transaction.run("DELETE FROM collection_product WHERE product = \(product.id) AND collection IN \(list: left)")
            }
            memberships[product.id] = (present[product.id]?.byHand ?? []) + now.map { Membership(collection: $0, position: nil) }
        }
        try transaction.insert(
            "INSERT INTO collection_product (collection, product, position) VALUES", arrived,
            " ON CONFLICT (collection, product) DO NOTHING")
        return memberships
    }

    /// Compares the listings that there are with those that should be, and changes the difference.
    private static func place(
        _ products: [ShelvedProduct], _ memberships: [Product.ID: [Membership]], isNew: Bool, in transaction: Transaction
    ) throws {
        var names: [Shelf: String] = [:]
        var wanted: [(shelf: Shelf, listing: Listing)] = []
        for product in products {
            for (shelf, name, listing) in product.listings(memberships[product.id] ?? []) {
                names[shelf] = name
                wanted.append((shelf, listing))
            }
        }
        let ids = try Shelf.ids(of: names, in: transaction)
        var present = isNew ? [:] : try Listing.find(of: products.map(\.seq), in: transaction)

        var changes: [SQL] = []
        var growth: [Int64: Int] = [:]
        for (shelf, listing) in wanted {
            guard let id = ids[shelf] else { continue }
            let place = Listing.Place(shelf: id, product: listing.product)
            let before = present.removeValue(forKey: place)
            guard before != listing else { continue }
            if before == nil { growth[id, default: 0] += 1 }
            changes.append(listing.row(on: id))
        }
        for (shelf, gone) in Dictionary(grouping: present.keys, by: \.shelf) {
            try transaction.run("DELETE FROM listing WHERE shelf = \(shelf) AND product IN \(list: gone.map(\.product))")
            growth[shelf, default: 0] -= gone.count
        }
        try transaction.insert(Listing.insertion, changes, Listing.replacement)
        for (shelf, difference) in growth.sorted(by: { $0.key < $1.key }) where difference != 0 {
            try transaction.run("UPDATE shelf SET products = products + \(difference) WHERE id = \(shelf)")
        }
    }
}
