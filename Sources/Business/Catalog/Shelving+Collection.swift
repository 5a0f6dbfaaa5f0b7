import Database
import Essentials

extension Shelving {
    /// Lets a rule fill its collection: what it holds for comes, everything else goes.
    static func fill(_ id: Collection.ID, by rule: CollectionRule, in transaction: Transaction) throws {
        let lists = try PriceList.all(in: transaction)
        let ready = try ReadyRule(rule, lists: Dictionary(uniqueKeysWithValues: lists.map { ($0.id, $0) }))
        var gone = try Set(transaction.values("SELECT product FROM collection_product WHERE collection = \(id)", as: Product.ID.self))
        var arrived: [SQL] = []
        try ShelvedProduct.each(withAttributes: rule.needsAttributes, withPrices: rule.needsPrices, in: transaction) { product in
            guard ready.holds(for: product.subject(rule.needsAttributes)) else { return }
            if gone.remove(product.id) == nil { arrived.append("(\(id), \(product.id), NULL)") }
        }
        for piece in Array(gone).pieces(of: 1_024) {
            try transaction.run("DELETE FROM collection_product WHERE collection = \(id) AND product IN \(list: piece)")
        }
        try transaction.run("UPDATE collection_product SET position = NULL WHERE collection = \(id) AND position IS NOT NULL")
        try transaction.insert("INSERT INTO collection_product (collection, product, position) VALUES", arrived)
        try restock(id, in: transaction)
    }

    /// Gives the products of a collection their places, from 1.
    static func arrange(_ id: Collection.ID, _ products: [Product.ID], in transaction: Transaction) throws {
        try transaction.insert(
            "INSERT INTO collection_product (collection, product, position) VALUES",
            products.enumerated().map { "(\(id), \($1), \(Int64($0 + 1)))" },
            " ON CONFLICT (collection, product) DO UPDATE SET position = EXCLUDED.position")
    }

    static func arrangeByTitle(_ id: Collection.ID, in transaction: Transaction) throws {
        let products = try transaction.values(
            """
            SELECT p.id FROM collection_product m JOIN product p ON p.id = m.product
            WHERE m.collection = \(id) ORDER BY p.title_key, p.seq
            """, as: Product.ID.self)
        try arrange(id, products, in: transaction)
    }

    /// Sets up the shelves of one collection anew, from the shelf that holds everything.
    static func restock(_ id: Collection.ID, in transaction: Transaction) throws {
        for list in try PriceList.all(in: transaction).map(\.id) {
            let everything = Shelf.all(on: list)
            guard let source = try Shelf.find([everything], in: transaction)[everything]?.id else { continue }
            let shelf = Shelf.collection(id, on: list)
            guard let target = try Shelf.ids(of: [shelf: ""], in: transaction)[shelf] else { continue }
            try transaction.run("DELETE FROM listing WHERE shelf = \(target)")
            try transaction.run(
                """
                INSERT INTO listing (shelf, product, title_key, price, price_to, compare_at, position)
                SELECT \(target), l.product, l.title_key, l.price, l.price_to, l.compare_at, COALESCE(m.position, -p.seq)
                FROM collection_product m JOIN product p ON p.id = m.product JOIN listing l ON l.product = p.seq AND l.shelf = \(source)
                WHERE m.collection = \(id)
                """)
            try transaction.run(
                "UPDATE shelf SET products = (SELECT count(*) FROM listing WHERE shelf = \(target)) WHERE id = \(target)")
        }
    }

    /// Takes everything off the shelves of a collection.
    static func clear(_ id: Collection.ID, in transaction: Transaction) throws {
        let shelves = try PriceList.all(in: transaction).map { Shelf.collection(id, on: $0.id) }
        for shelf in try Shelf.find(shelves, in: transaction).values {
            try transaction.run("DELETE FROM listing WHERE shelf = \(shelf.id)")
            try transaction.run("UPDATE shelf SET products = 0 WHERE id = \(shelf.id)")
        }
    }
}
