import Database
import Essentials

/// An attribute by which a list of products can be narrowed, and how many would be left with each of its values.
public struct AttributeFacet: Sendable, Equatable {
    public struct Choice: Sendable, Equatable {
        public let value: AttributeValue
        public let count: Int
    }

    public let name: String
    /// Texts by name, numbers by size, yes before no.
    public let choices: [Choice]

    /// A longer list is narrowed by other things first: reading what each product is like would take too long.
    public static let mostProducts = 1_000
    private static let mostFacets = 8
    private static let mostChoices = 24

    /// The attributes that tell the products of a list apart: at least two values, and not another one for each product.
    /// What the query itself chooses of an attribute is not minded, so that another value can be seen beside it.
    /// Counted first, and read only when the list is short enough.
    public static func find(for query: ProductQuery, on list: PriceList.ID, in reading: some Reading) throws -> [AttributeFacet] {
        var wide = query
        wide.attributes = []
        guard let walk = try ShelfWalk(wide, on: list, in: reading), try walk.count(in: reading) <= mostProducts else { return [] }
        let texts = try reading.rows(
            """
            SELECT c.attributes FROM (\(sql: walk.products)) x
            JOIN product p ON p.seq = x.product JOIN product_content c ON c.product = p.id
            """
        ) { try $0.next(String.self) }
        let products = texts.map { text in
            Dictionary(Attributes(canonical: text).all.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
        return find(among: products, chosen: query.attributes)
    }

    static func find(among products: [[String: AttributeValue]], chosen: [AttributeChoice]) -> [AttributeFacet] {
        var counts: [String: [AttributeValue: Int]] = [:]
        var coverage: [String: Int] = [:]
        for product in products {
            let failing = chosen.filter { !$0.holds(for: product) }
            for (name, value) in product {
                coverage[name, default: 0] += 1
                // It is counted where nothing but its own attribute stands in the way.
                let isLeft = failing.allSatisfy { $0.name == name }
                counts[name, default: [:]][value, default: 0] += isLeft ? 1 : 0
            }
        }
        let names = counts.keys.filter { name in
            let values = counts[name]?.count ?? 0
            let isChosen = chosen.contains { $0.name == name }
            return isChosen || (2...mostChoices).contains(values) && values * 3 <= (coverage[name] ?? 0) * 2
        }
        let widest = names.sorted { (coverage[$1] ?? 0, $0) < (coverage[$0] ?? 0, $1) }
        return widest.prefix(mostFacets).map { name in
            let choices = (counts[name] ?? [:]).map { Choice(value: $0.key, count: $0.value) }
            return AttributeFacet(name: name, choices: choices.sorted { $0.value.isBefore($1.value) })
        }
    }
}

extension AttributeValue {
    fileprivate func isBefore(_ other: AttributeValue) -> Bool {
        switch (self, other) {
        case (.number(let a), .number(let b)): a < b
        case (.boolean(let a), .boolean(let b)): a && !b
        case (.text(let a), .text(let b)): (a.folded, a) < (b.folded, b)
        case (.text, _), (.number, .boolean): true
        default: false
        }
    }
}
