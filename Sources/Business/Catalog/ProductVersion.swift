import Database
import Essentials
import Feed
import Foundation

/// What a product was like after one change, and who made it.
public struct ProductVersion: Sendable, Equatable {
    public let product: Product.ID
    public let version: Int64
    public let at: Instant
    /// `stf_…`, or `system:import`.
    public let actor: String
    /// All of it but the prices, with the ids of its variants.
    public let content: ProductDraft

    /// Newest first.
    /// - Parameter before: continues behind this version.
    public static func history(
        of product: Product.ID, before: Int64? = nil, limit: Int = 50, in reading: some Reading
    ) throws -> [ProductVersion] {
        try reading.rows(
            """
            SELECT product, version, at, actor, snapshot FROM product_version
            WHERE product = \(product) AND version < \(before ?? Int64.max) ORDER BY version DESC LIMIT \(limit)
            """, as: ProductVersion.self)
    }

    /// - Throws: `CatalogRefusal.unknownVersion`.
    public static func find(_ version: Int64, of product: Product.ID, in reading: some Reading) throws -> ProductVersion {
        let found = try reading.row(
            """
            SELECT product, version, at, actor, snapshot FROM product_version WHERE product = \(product) AND version = \(version)
            """, as: ProductVersion.self)
        guard let found else { throw CatalogRefusal.unknownVersion(version) }
        return found
    }

    static func insert(
        _ versions: [(product: Product.ID, version: Int64, content: ProductDraft)], by origin: Origin, at now: Instant,
        in transaction: Transaction
    ) throws {
        let rows: [SQL] = try versions.map { product, version, content in
            let snapshot = String(decoding: try encoder.encode(content), as: UTF8.self)
            return "(\(product), \(version), \(now), \(origin.actor), \(snapshot))"
        }
        try transaction.insert("INSERT INTO product_version (product, version, at, actor, snapshot) VALUES", rows)
    }

    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
}

extension ProductVersion: Readable {
    public init(row: inout Row) throws {
        product = try row.next()
        version = try row.next()
        at = try row.next()
        actor = try row.next()
        content = try JSONDecoder().decode(ProductDraft.self, from: Data(row.next(String.self).utf8))
    }
}
