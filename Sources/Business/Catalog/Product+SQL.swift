import Database
import Essentials

extension Product: Readable {
    static let columns: SQL = """
        p.seq, p.id, p.handle, p.title, p.vendor, p.type, p.tags, p.status, p.option1, p.option2, p.option3, p.version, p.created_at, \
        p.updated_at, c.body, c.attributes
        """
    static let source: SQL = "product p JOIN product_content c ON c.product = p.id"

    public init(row: inout Row) throws {
        seq = try row.next()
        id = try row.next()
        handle = try row.next()
        title = try row.next()
        vendor = try row.next()
        type = try row.next()
        tags = Self.tags(from: try row.next())
        status = try row.next()
        options = try row.nextOptions()
        version = try row.next()
        createdAt = try row.next()
        updatedAt = try row.next()
        body = try row.next()
        attributes = Attributes(canonical: try row.next())
    }

    /// - Throws: `CatalogRefusal.unknownProduct`.
    public static func find(_ id: ID, in reading: some Reading) throws -> Product {
        guard let product = try find([id], in: reading)[id] else { throw CatalogRefusal.unknownProduct }
        return product
    }

    /// Those of the ids that there are, in one statement.
    public static func find(_ ids: [ID], in reading: some Reading) throws -> [ID: Product] {
        guard !ids.isEmpty else { return [:] }
        let found = try reading.rows("SELECT \(sql: columns) FROM \(sql: source) WHERE p.id IN \(list: ids)", as: Product.self)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    }

    /// The product that has this handle, or had it before: then its own handle is another, and the caller redirects.
    public static func find(handle: String, in reading: some Reading) throws -> Product? {
        if let product = try reading.row("SELECT \(sql: columns) FROM \(sql: source) WHERE p.handle = \(handle)", as: Product.self) {
            return product
        }
        guard let id: ID = try HandleRedirect.target(of: handle, in: reading) else { return nil }
        return try find([id], in: reading)[id]
    }

    /// Locks the product for the rest of the transaction.
    /// - Throws: `CatalogRefusal.unknownProduct`.
    static func lock(_ id: ID, in transaction: Transaction) throws -> Product {
        guard try transaction.exists("SELECT 1 FROM product WHERE id = \(id) FOR UPDATE") else { throw CatalogRefusal.unknownProduct }
        return try find(id, in: transaction)
    }

    /// Locks several, in the order of their ids, so that nobody who does the same waits in a circle.
    static func lock(_ ids: some Sequence<ID>, in transaction: Transaction) throws {
        for piece in Set(ids).sorted().pieces(of: 1_024) {
            try transaction.each("SELECT seq FROM product WHERE id IN \(list: piece) ORDER BY id FOR UPDATE") { _ in }
        }
    }

    func verify(seen: Int64) throws {
        guard seen == version else { throw CatalogRefusal.stale(seen: seen, now: version) }
    }

    /// Tags hold no comma, so a comma keeps them apart.
    static func tags(from text: String) -> [String] {
        text.split(separator: ",").map(String.init)
    }
}

extension Row {
    /// Three columns of option names or values, of which those behind the last one are NULL.
    mutating func nextOptions() throws -> [String] {
        let three: [String?] = [try next(), try next(), try next()]
        return three.compactMap(\.self)
    }
}

extension [String] {
    /// The option at `index`, or NULL for the column.
    func option(_ index: Int) -> String? {
        indices.contains(index) ? self[index] : nil
    }
}
