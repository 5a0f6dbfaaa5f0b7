import Database
import Essentials

/// A product in the lists of those who work with them: every status, searched by what staff type.
public struct ProductSummary: Sendable, Equatable {
    public enum Order: Sendable {
        case title, newest
    }

    /// Where the next page begins.
    public struct Cursor: Sendable, Hashable {
        let titleKey: String
        let seq: Int64
    }

    public let id: Product.ID
    public let handle: String
    public let title: String
    public let vendor: String
    public let status: Product.Status
    public let image: MediaDraft?
    public let updatedAt: Instant
    /// To go on behind this one.
    public let cursor: Cursor

    /// A page of products, in one statement.
    /// - Parameters:
    ///   - search: words that the title contains, or the beginning of an SKU or of a barcode, whatever the case.
    ///   - status: only these.
    ///   - cursor: of the last one of the page before.
    public static func page(
        search: String = "", status: Product.Status? = nil, order: Order = .title, after cursor: Cursor? = nil, limit: Int = 50,
        in reading: some Reading
    ) throws -> [ProductSummary] {
        var condition: SQL = "TRUE"
        if let status { condition += " AND p.status = \(status)" }
        if let cursor {
            condition +=
                order == .title ? " AND (p.title_key, p.seq) > (\(cursor.titleKey), \(cursor.seq))" : " AND p.seq < \(cursor.seq)"
        }
        let text = search.trimmed
        if !text.isEmpty { condition += " AND (\(sql: title(contains: text)) OR p.seq IN (\(sql: variants(beginWith: text))))" }
        return try reading.rows(
            """
            SELECT p.id, p.handle, p.title, p.vendor, p.status, m.url, m.alt, p.updated_at, p.title_key, p.seq
            FROM product p LEFT JOIN media m ON m.id = p.media
            WHERE \(sql: condition) ORDER BY \(sql: order == .title ? "p.title_key, p.seq" : "p.seq DESC") LIMIT \(limit)
            """, as: ProductSummary.self)
    }

    /// How many products there are of each status, in one statement.
    public static func counts(in reading: some Reading) throws -> [Product.Status: Int] {
        let found = try reading.rows("SELECT status, count(*) FROM product GROUP BY status") {
            (try $0.next(Product.Status.self), try $0.next(Int.self))
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// Folded words hold no `%` and no `_`.
    private static func title(contains text: String) -> SQL {
        let words = text.folded.split(separator: " ")
        guard let first = words.first else { return "FALSE" }
        return words.dropFirst().reduce("p.title_key LIKE \("%\(first)%")" as SQL) { $0 + " AND p.title_key LIKE \("%\($1)%")" }
    }

    /// The products of variants whose SKU or barcode begins like this.
    private static func variants(beginWith text: String) -> SQL {
        var sql: SQL =
            "SELECT o.seq FROM variant v JOIN product o ON o.id = v.product WHERE \(sql: begins("v.sku_key", with: text.lowercased()))"
        for prefix in GTIN.keyPrefixes(typed: text) {
            sql += " UNION SELECT o.seq FROM variant v JOIN product o ON o.id = v.product WHERE \(sql: begins("v.gtin", with: prefix))"
        }
        return sql
    }

    private static func begins(_ column: SQL, with prefix: String) -> SQL {
        "\(sql: column) >= \(prefix) AND \(sql: column) < \(prefix + "\u{10ffff}")"
    }
}

extension ProductSummary: Readable {
    public init(row: inout Row) throws {
        id = try row.next()
        handle = try row.next()
        title = try row.next()
        vendor = try row.next()
        status = try row.next()
        let url: String? = try row.next()
        let alt: String? = try row.next()
        image = url.map { MediaDraft(url: $0, alt: alt ?? "") }
        updatedAt = try row.next()
        cursor = Cursor(titleKey: try row.next(), seq: try row.next())
    }
}
