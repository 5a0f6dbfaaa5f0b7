import Database
import Essentials

extension Variant: Readable {
    static let columns: SQL = """
        v.id, v.product, v.option1, v.option2, v.option3, v.sku, v.barcode, v.grams, v.taxable, v.requires_shipping, v.when_sold_out, \
        v.tracked, v.media, v.archived_at
        """

    public init(row: inout Row) throws {
        id = try row.next()
        product = try row.next()
        options = try row.nextOptions()
        sku = try row.next()
        barcode = try row.next()
        grams = try row.next()
        isTaxable = try row.next()
        requiresShipping = try row.next()
        whenSoldOut = try row.next()
        isTracked = try row.next()
        media = try row.next()
        archivedAt = try row.next()
    }

    /// Those of the ids that there are, archived ones too, in one statement.
    public static func find(_ ids: [ID], in reading: some Reading) throws -> [ID: Variant] {
        guard !ids.isEmpty else { return [:] }
        let found = try reading.rows("SELECT \(sql: columns) FROM variant v WHERE id IN \(list: ids)", as: Variant.self)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    }

    /// The variant that now has this SKU.
    public static func find(sku: String, in reading: some Reading) throws -> Variant? {
        try reading.row("SELECT \(sql: columns) FROM variant v WHERE sku = \(sku) AND archived_at IS NULL", as: Variant.self)
    }

    /// The variants that now have these SKUs, in one statement.
    public static func find(skus: [String], in reading: some Reading) throws -> [String: Variant] {
        guard !skus.isEmpty else { return [:] }
        let found = try reading.rows(
            "SELECT \(sql: columns) FROM variant v WHERE sku IN \(list: skus) AND archived_at IS NULL", as: Variant.self)
        return Dictionary(found.compactMap { variant in variant.sku.map { ($0, variant) } }, uniquingKeysWith: { first, _ in first })
    }

    /// What carries this barcode, however its zeros are written: a UPC-A of 12 digits finds the EAN of 13. Mostly one;
    /// several when the retailer gave one article several variants, used and new.
    public static func find(barcode: String, in reading: some Reading) throws -> [Variant] {
        guard let gtin = GTIN(restoring: barcode.trimmed) else { return [] }
        return try reading.rows(
            "SELECT \(sql: columns) FROM variant v WHERE gtin = \(gtin.key) AND archived_at IS NULL ORDER BY id", as: Variant.self)
    }

    /// The variants of these products that are not archived, in their order, in one statement.
    public static func of(_ products: [Product.ID], in reading: some Reading) throws -> [Product.ID: [Variant]] {
        guard !products.isEmpty else { return [:] }
        let found = try reading.rows(
            """
            SELECT \(sql: columns) FROM variant v WHERE product IN \(list: products) AND archived_at IS NULL ORDER BY product, position
            """, as: Variant.self)
        return Dictionary(grouping: found, by: \.product)
    }

    /// All variants that these products have or had, in a statement for each few hundred.
    public static func all(of products: [Product.ID], in reading: some Reading) throws -> [Variant.ID] {
        try products.pieces(of: 500).flatMap { piece in
            try reading.values("SELECT id FROM variant WHERE product IN \(list: piece)", as: Variant.ID.self)
        }
    }
}
