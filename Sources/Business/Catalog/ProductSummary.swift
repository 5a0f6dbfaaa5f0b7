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
    public let type: String
    public let version: Int64
    public let status: Product.Status
    public let image: MediaDraft?
    public let updatedAt: Instant
    /// To go on behind this one.
    public let cursor: Cursor

    /// A page of products, in one statement.
    /// - Parameters:
    ///   - search: words of the title, of variants or of translations, or the beginning of an SKU or of a barcode.
    ///   - status: only these.
    ///   - vendor, type: only those that have exactly this one.
    ///   - cursor: of the last one of the page before.
    public static func page(
        search: String = "", status: Product.Status? = nil, vendor: String? = nil, type: String? = nil, order: Order = .title,
        after cursor: Cursor? = nil, limit: Int = 50, in reading: some Reading
    ) throws -> [ProductSummary] {
        var condition: SQL = "TRUE"
        if let status { condition += " AND p.status = \(word: status)" }
        if let vendor { condition += " AND p.vendor = \(vendor)" }
        if let type { condition += " AND p.type = \(type)" }
        if let cursor {
            condition +=
                order == .title ? " AND (p.title_key, p.seq) > (\(cursor.titleKey), \(cursor.seq))" : " AND p.seq < \(cursor.seq)"
        }
        if let words = ProductWords(search) { condition += " AND \(sql: words.match(title: "p.title_key", seq: "p.seq"))" }
        return try reading.rows(
            """
            SELECT p.id, p.handle, p.title, p.vendor, p.type, p.version, p.status, m.url, m.alt, p.updated_at, p.title_key, p.seq
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
}

extension ProductSummary: Readable {
    public init(row: inout Row) throws {
        id = try row.next()
        handle = try row.next()
        title = try row.next()
        vendor = try row.next()
        type = try row.next()
        version = try row.next()
        status = try row.next()
        let url: String? = try row.next()
        let alt: String? = try row.next()
        image = url.map { MediaDraft(url: $0, alt: alt ?? "") }
        updatedAt = try row.next()
        cursor = Cursor(titleKey: try row.next(), seq: try row.next())
    }
}
