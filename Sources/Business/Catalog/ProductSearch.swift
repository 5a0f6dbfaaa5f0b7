import Database
import Essentials

/// By which words a product is found: those of its title and of its variants' options, in its own language and in all that
/// it is translated into; folded, each text once.
///
/// The verbs that change one of these keep them, so a search reads one short table.
enum ProductSearch {
    static let insertion: SQL = "INSERT INTO product_search (product, words) VALUES"

    /// The row of a product that was just written, and that is translated into nothing yet.
    static func row(of product: NewProduct) -> SQL {
        let words = Self.words(product.draft.title, options: product.draft.variants.flatMap(\.options), translations: [])
        return "((SELECT seq FROM product WHERE id = \(product.id)), \(words))"
    }

    /// Writes anew by which words these products are found.
    static func refresh(_ products: [Product.ID], in transaction: Transaction) throws {
        try write("p.id IN \(list: products)", in: transaction)
    }

    /// For the products of a database that is older than these words.
    static func fill(in transaction: Transaction) throws {
        let pieces = try transaction.values("SELECT seq FROM product ORDER BY seq", as: Int64.self).pieces(of: 512)
        for piece in pieces {
            guard let first = piece.first, let last = piece.last else { continue }
            try write("p.seq BETWEEN \(first) AND \(last)", in: transaction)
        }
    }

    private static func words(_ title: String, options: [String], translations: [ProductTranslation]) -> String {
        var texts = [title]
        var known: Set<String> = [title]
        func add(_ text: String) {
            if known.insert(text).inserted { texts.append(text) }
        }
        options.forEach(add)
        for translation in translations {
            translation.title.map(add)
            for option in options { translation.words.pairs[option].map(add) }
        }
        return texts.map(\.folded).joined(separator: " ")
    }

    /// Those of some products that are found by other words than theirs.
    static func differing(_ products: [Product.ID], in reading: some Reading) throws -> [Product.ID] {
        let condition: SQL = "p.id IN \(list: products)"
        var kept: [Int64: String] = [:]
        try reading.each(
            "SELECT s.product, s.words FROM product_search s JOIN product p ON p.seq = s.product WHERE \(sql: condition)"
        ) { row in
            let seq: Int64 = try row.next()
            kept[seq] = try row.next()
        }
        return try rows(condition, in: reading).filter { kept[$0.seq] != $0.words }.map(\.product)
    }

    private static func write(_ condition: SQL, in transaction: Transaction) throws {
        let rows = try rows(condition, in: transaction).map { "(\($0.seq), \($0.words))" as SQL }
        try transaction.insert(insertion, rows, " ON CONFLICT (product) DO UPDATE SET words = EXCLUDED.words")
    }

    /// As they should be.
    private static func rows(
        _ condition: SQL, in reading: some Reading
    ) throws -> [(seq: Int64, product: Product.ID, words: String)] {
        let titles = try reading.rows("SELECT p.seq, p.id, p.title FROM product p WHERE \(sql: condition) ORDER BY p.seq") {
            (seq: try $0.next(Int64.self), id: try $0.next(Product.ID.self), title: try $0.next(String.self))
        }
        let options = try gather(
            """
            SELECT p.seq, v.option1, v.option2, v.option3 FROM variant v JOIN product p ON p.id = v.product
            WHERE \(sql: condition) AND v.archived_at IS NULL ORDER BY p.seq, v.position
            """, in: reading
        ) { try $0.nextOptions() }
        let translations = try gather(
            """
            SELECT p.seq, t.title, t.words FROM product_translation t JOIN product p ON p.id = t.product
            WHERE \(sql: condition) ORDER BY p.seq, t.language
            """, in: reading
        ) { row in
            let title: String? = try row.next()
            return ProductTranslation(title: title, words: Words(json: try row.next()).pairs)
        }
        return titles.map { seq, id, title in
            let words = words(title, options: options[seq, default: []].flatMap(\.self), translations: translations[seq, default: []])
            return (seq, id, words)
        }
    }

    /// What a statement finds for each product, whose number stands first in its rows.
    private static func gather<Found>(
        _ sql: SQL, in reading: some Reading, _ make: (inout Row) throws -> Found
    ) throws -> [Int64: [Found]] {
        var found: [Int64: [Found]] = [:]
        try reading.each(sql) { row in
            let seq: Int64 = try row.next()
            found[seq, default: []].append(try make(&row))
        }
        return found
    }
}
