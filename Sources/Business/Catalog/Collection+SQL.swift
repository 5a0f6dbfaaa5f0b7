import Database
import Essentials

extension Collection: Readable {
    static let columns: SQL = """
        k.id, k.handle, k.title, k.description, k.image, k.image_alt, k.sort, k.rule, k.version, k.created_at, k.updated_at, k.archived_at
        """

    public init(row: inout Row) throws {
        id = try row.next()
        handle = try row.next()
        title = try row.next()
        description = try row.next()
        let url: String? = try row.next()
        let alt: String = try row.next()
        image = url.map { MediaDraft(url: $0, alt: alt) }
        sort = try row.next()
        rule = try row.next(String?.self).map(CollectionRule.init(json:))
        version = try row.next()
        createdAt = try row.next()
        updatedAt = try row.next()
        archivedAt = try row.next()
    }

    /// Those of the ids that there are, in one statement.
    public static func find(_ ids: [ID], in reading: some Reading) throws -> [ID: Collection] {
        guard !ids.isEmpty else { return [:] }
        let found = try reading.rows("SELECT \(sql: columns) FROM collection k WHERE k.id IN \(list: ids)", as: Collection.self)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    }

    /// The collections that a product is in, in one statement.
    public static func of(_ product: Product.ID, in reading: some Reading) throws -> [Collection] {
        try reading.rows(
            """
            SELECT \(sql: columns) FROM collection_product m JOIN collection k ON k.id = m.collection
            WHERE m.product = \(product) AND k.archived_at IS NULL ORDER BY k.title_key, k.id
            """, as: Collection.self)
    }

    /// How many products are in each, sold or not, in one statement.
    public static func sizes(of ids: [ID], in reading: some Reading) throws -> [ID: Int] {
        guard !ids.isEmpty else { return [:] }
        let found = try reading.rows(
            "SELECT collection, count(*) FROM collection_product WHERE collection IN \(list: ids) GROUP BY collection"
        ) { try ($0.next(ID.self), $0.next(Int.self)) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// What is in it, in the order of the hand that put it there, then as created.
    public static func products(of id: ID, in reading: some Reading) throws -> [Product.ID] {
        try reading.values(
            """
            SELECT m.product FROM collection_product m JOIN product p ON p.id = m.product
            WHERE m.collection = \(id) ORDER BY COALESCE(m.position, \(Int64.max)), p.seq
            """, as: Product.ID.self)
    }

    /// - Throws: `CatalogRefusal.unknownCollection`.
    static func lock(_ id: ID, in transaction: Transaction) throws -> Collection {
        let found = try transaction.row("SELECT \(sql: columns) FROM collection k WHERE k.id = \(id) FOR UPDATE", as: Collection.self)
        guard let found else { throw CatalogRefusal.unknownCollection }
        return found
    }

    /// The same for verbs that change by hand what is in it.
    /// - Throws: `CatalogRefusal.filledByRule`.
    static func lockForHand(_ id: ID, in transaction: Transaction) throws -> Collection {
        let collection = try lock(id, in: transaction)
        guard collection.rule == nil else { throw CatalogRefusal.filledByRule }
        return collection
    }

    func verify(seen: Int64) throws {
        guard seen == version else { throw CatalogRefusal.stale(seen: seen, now: version) }
    }

    /// Writes the draft as the collection's next version, not archived.
    func write(_ draft: CollectionDraft, handle: String, at now: Instant, in transaction: Transaction) throws {
        try transaction.run(
            """
            UPDATE collection SET handle = \(handle), title = \(draft.title), title_key = \(draft.title.folded),
                description = \(draft.description), image = \(draft.image?.url), image_alt = \(draft.image?.alt ?? ""),
                sort = \(draft.sort), rule = \(try draft.rule?.json()), version = \(version + 1), updated_at = \(now), archived_at = NULL
            WHERE id = \(id)
            """)
    }
}
