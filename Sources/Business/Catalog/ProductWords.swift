import Database
import Essentials

/// What somebody types to find a product: words that it, its variants or their translations are called by, or the
/// beginning of an SKU or of a barcode, whatever the case.
struct ProductWords {
    private let text: String

    /// `nil` when nothing was typed.
    init?(_ typed: String) {
        text = typed.trimmed
        guard !text.isEmpty else { return nil }
    }

    /// The condition that a product matches.
    /// - Parameters:
    ///   - title: the column with its folded title.
    ///   - seq: the column with its place in the order of creation.
    func match(title: SQL, seq: SQL) -> SQL {
        // A row of words is looked up for each product that is walked past, so that a common word ends the walk soon.
        """
        (\(sql: contains(in: title)) OR (SELECT \(sql: contains(in: "s.words")) FROM product_search s WHERE s.product = \(sql: seq)) \
        OR \(sql: seq) IN (\(sql: variants)))
        """
    }

    /// Folded words hold no `%` and no `_`.
    private func contains(in column: SQL) -> SQL {
        let words = text.folded.split(separator: " ")
        guard let first = words.first else { return "FALSE" }
        return words.dropFirst().reduce("\(sql: column) LIKE \("%\(first)%")" as SQL) {
            $0 + " AND \(sql: column) LIKE \("%\($1)%")"
        }
    }

    /// The products of variants whose SKU or barcode begins like this.
    private var variants: SQL {
        var sql: SQL = """
            SELECT o.seq FROM variant v JOIN product o ON o.id = v.product WHERE \(sql: Self.begins("v.sku_key", with: text.lowercased()))
            """
        for prefix in GTIN.keyPrefixes(typed: text) {
            sql += " UNION SELECT o.seq FROM variant v JOIN product o ON o.id = v.product WHERE \(sql: Self.begins("v.gtin", with: prefix))"
        }
        return sql
    }

    private static func begins(_ column: SQL, with prefix: String) -> SQL {
        "\(sql: column) >= \(prefix) AND \(sql: column) < \(prefix + "\u{10ffff}")"
    }
}
