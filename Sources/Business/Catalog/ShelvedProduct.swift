import Database
import Essentials

/// What decides on which shelves a product stands.
struct ShelvedProduct {
    /// The least and the most that its variants cost on a list.
    struct Span {
        var least: Int64
        var most: Int64
        /// Of the cheapest variant.
        var compareAt: Int64?

        mutating func include(_ amount: Int64, compareAt: Int64?) {
            if amount < least {
                least = amount
                self.compareAt = compareAt
            }
            most = max(most, amount)
        }
    }

    let seq: Int64
    let id: Product.ID
    let titleKey: String
    let vendor: String
    let type: String
    let tags: [String]
    let status: Product.Status
    let attributes: Attributes
    var prices: [PriceList.ID: Span] = [:]

    /// Loads these products in two statements.
    static func find(_ ids: [Product.ID], withAttributes: Bool, in reading: some Reading) throws -> [ShelvedProduct] {
        var prices = try spans(of: ids, in: reading)
        return try products("p.id IN \(list: ids)", withAttributes: withAttributes, in: reading).map { product in
            var product = product
            product.prices = prices.removeValue(forKey: product.id) ?? [:]
            return product
        }
    }

    /// Calls `body` on every product that is not archived, in order of creation, without keeping any.
    static func each(
        withAttributes: Bool, withPrices: Bool, in reading: some Reading, _ body: (ShelvedProduct) throws -> Void
    ) throws {
        var last: Int64 = 0
        while true {
            var page = try products(
                "p.seq > \(last) AND p.status <> \(Product.Status.archived) ORDER BY p.seq LIMIT 500", withAttributes: withAttributes,
                in: reading)
            guard let end = page.last?.seq else { return }
            last = end
            if withPrices {
                let prices = try spans(of: page.map(\.id), in: reading)
                for index in page.indices { page[index].prices = prices[page[index].id] ?? [:] }
            }
            for product in page { try body(product) }
        }
    }

    func subject(_ attributes: Bool) -> RuleSubject {
        RuleSubject(
            title: titleKey, vendor: vendor.folded, type: type.folded, tags: tags.map(\.folded),
            attributes: attributes
                ? Dictionary(self.attributes.all.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }) : [:],
            prices: prices.mapValues(\.least))
    }

    private static func products(_ condition: SQL, withAttributes: Bool, in reading: some Reading) throws -> [ShelvedProduct] {
        let content: SQL = withAttributes ? "c.attributes" : "NULL"
        let join: SQL = withAttributes ? "JOIN product_content c ON c.product = p.id" : ""
        return try reading.rows(
            """
            SELECT p.seq, p.id, p.title_key, p.vendor, p.type, p.tags, p.status, \(sql: content)
            FROM product p \(sql: join) WHERE \(sql: condition)
            """
        ) { row in
            ShelvedProduct(
                seq: try row.next(), id: try row.next(), titleKey: try row.next(), vendor: try row.next(),
                type: try row.next(), tags: Product.tags(from: try row.next()), status: try row.next(),
                attributes: try row.next(String?.self).map(Attributes.init(canonical:)) ?? .none)
        }
    }

    private static func spans(of ids: [Product.ID], in reading: some Reading) throws -> [Product.ID: [PriceList.ID: Span]] {
        var spans: [Product.ID: [PriceList.ID: Span]] = [:]
        guard !ids.isEmpty else { return spans }
        try reading.each(
            """
            SELECT v.product, price.list, price.amount, price.compare_at FROM variant v JOIN price ON price.variant = v.id
            WHERE v.product IN \(list: ids) AND v.archived_at IS NULL ORDER BY v.product, v.position
            """
        ) { row in
            let product: Product.ID = try row.next()
            let list: PriceList.ID = try row.next()
            let amount: Int64 = try row.next()
            let compareAt: Int64? = try row.next()
            spans[product, default: [:]][list, default: Span(least: amount, most: amount, compareAt: compareAt)]
                .include(amount, compareAt: compareAt)
        }
        return spans
    }
}
