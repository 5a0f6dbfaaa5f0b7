import Database
import Essentials

/// How the products that match a query are found: along one shelf in the order that is asked for, with a look at the
/// other shelves for each product; or, where few can match, by taking those few and sorting them.
struct ShelfWalk {
    /// So many are taken and sorted faster than a long shelf is walked for them.
    static let few = 1_000

    private enum Way {
        case along(Shelf.Kept)
        /// The products that stand on any of these.
        case few([Shelf.Kept])
        /// The products of the floor within the range of prices.
        case fewByPrice
    }

    private let sort: Collection.Sort
    /// The shelf of the collection, or of everything: all that matches stands on it.
    private let floor: Shelf.Kept
    /// A product must stand on one shelf of each, fewest products first.
    private let groups: [[Shelf.Kept]]
    private let prices: (lowest: Int64?, highest: Int64?)
    private let way: Way
    /// The only group, when it alone decides and no product stands on two of its shelves.
    private let disjoint: [Shelf.Kept]?

    /// - Parameter kind: a kind of shelves of which the query's choice is not minded, to count what the others would give.
    /// - Returns: `nil` when nothing can match.
    init?(
        _ query: ProductQuery, on list: PriceList.ID, without kind: Shelf.Kind? = nil, few: Int = few, in reading: some Reading
    ) throws {
        let base = query.collection.map { Shelf.collection($0, on: list) } ?? .all(on: list)
        let choices = [(Shelf.Kind.vendor, query.vendors), (.type, query.types), (.tag, query.tags)]
            .filter { $0.0 != kind && !$0.1.isEmpty }
            .map { kind, names in Set(names.compactMap { Shelf.named($0.trimmed, kind, on: list) }) }
        let kept = try Shelf.find(choices.reduce(into: Set([base])) { $0.formUnion($1) }, in: reading)
        guard let floor = kept[base] else { return nil }
        let groups = choices.map { $0.compactMap { kept[$0] } }.sorted { $0.products < $1.products }
        guard groups.allSatisfy({ !$0.isEmpty }) else { return nil }

        self.floor = floor
        self.groups = groups
        prices = (query.lowestPrice, query.highestPrice)
        // Only a collection is arranged by hand.
        sort = query.sort == .manual && query.collection == nil ? .newest : query.sort
        let isDisjoint = query.collection == nil && choices.count == 1 && choices[0].allSatisfy { $0.kind != .tag }
        let hasPrices = prices.lowest != nil || prices.highest != nil
        disjoint = isDisjoint && !hasPrices ? groups[0] : nil
        if query.collection == nil, sort != .manual, !hasPrices, groups.count == 1, groups[0].count == 1 {
            way = .along(groups[0][0])
        } else if let narrowest = groups.first, narrowest.products <= few {
            way = .few(narrowest)
        } else if hasPrices, !sort.isByPrice, try Self.areFew(few, on: floor, prices, in: reading) {
            way = .fewByPrice
        } else {
            way = .along(floor)
        }
    }

    var isWholeShelf: Bool { groups.isEmpty && prices.lowest == nil && prices.highest == nil }

    /// How many products match; known without counting for a whole shelf.
    func count(in reading: some Reading) throws -> Int {
        if isWholeShelf { return floor.products }
        if case .along(let shelf) = way, shelf.id != floor.id { return shelf.products }
        if let disjoint { return disjoint.products }
        let narrow = groups.first.map { source(.few($0)) } ?? source(way, sorted: false)
        return try reading.value("SELECT count(*) \(sql: narrow)", as: Int.self) ?? 0
    }

    /// The places of one page, and one more when there is another page.
    func page(at start: ProductListing.Start, size: Int) -> SQL {
        var sql: SQL = "SELECT l.product, l.title_key, l.position, l.price, l.compare_at, l.price_to \(sql: source(way))"
        switch start {
        case .page(let number):
            let skipped = (min(max(number, 1), ProductListing.lastPage) - 1) * size
            sql += " ORDER BY \(sql: order) LIMIT \(size + 1) OFFSET \(skipped)"
        case .after(let cursor):
            sql += " AND \(sql: behind(cursor)) ORDER BY \(sql: order) LIMIT \(size + 1)"
        }
        return sql
    }

    /// All products that match, to count something about them.
    var products: SQL { "SELECT l.product \(sql: groups.first.map { source(.few($0)) } ?? source(way, sorted: false))" }

    var order: SQL {
        switch sort {
        case .manual: "l.position, l.product"
        case .title: "l.title_key, l.product"
        case .titleDescending: "l.title_key DESC, l.product DESC"
        case .price: "l.price, l.product"
        case .priceDescending: "l.price DESC, l.product DESC"
        case .newest: "l.product DESC"
        }
    }

    private func behind(_ cursor: ListingCursor) -> SQL {
        switch sort {
        case .manual: "(l.position, l.product) > (\(cursor.position), \(cursor.product))"
        case .title: "(l.title_key, l.product) > (\(cursor.titleKey), \(cursor.product))"
        case .titleDescending: "(l.title_key, l.product) < (\(cursor.titleKey), \(cursor.product))"
        case .price: "(l.price, l.product) > (\(cursor.price), \(cursor.product))"
        case .priceDescending: "(l.price, l.product) < (\(cursor.price), \(cursor.product))"
        case .newest: "l.product < \(cursor.product)"
        }
    }

    /// - Parameter sorted: whether the rows are wanted in order; a count takes the range of prices from its index.
    private func source(_ way: Way, sorted: Bool = true) -> SQL {
        switch way {
        case .along(let shelf):
            let byPrice = sort.isByPrice || !sorted
            var sql: SQL = "FROM listing l WHERE l.shelf = \(shelf.id) \(sql: within("l.price", indexed: byPrice))"
            // An index on the position knows only the places that have one.
            if sort == .manual { sql += " AND l.position IS NOT NULL" }
            return shelf.id == floor.id ? sql + standsOn(groups) : sql
        case .few(let group):
            return """
                FROM (SELECT DISTINCT product FROM listing WHERE shelf IN \(list: group.map(\.id))) d CROSS JOIN listing l
                WHERE l.shelf = \(floor.id) AND l.product = d.product \(sql: within("l.price", indexed: false)) \
                \(sql: standsOn(groups.filter { $0.map(\.id) != group.map(\.id) }))
                """
        case .fewByPrice:
            return """
                FROM (SELECT product FROM listing WHERE shelf = \(floor.id) \(sql: within("price", indexed: true))) d
                CROSS JOIN listing l WHERE l.shelf = \(floor.id) AND l.product = d.product \(sql: standsOn(groups))
                """
        }
    }

    private func standsOn(_ groups: [[Shelf.Kept]]) -> SQL {
        groups.reduce(into: "") { sql, group in
            sql += " AND EXISTS (SELECT 1 FROM listing f WHERE f.product = l.product AND f.shelf IN \(list: group.map(\.id)))"
        }
    }

    private func within(_ price: SQL, indexed: Bool) -> SQL { Self.within(prices, price, indexed: indexed) }

    /// - Parameter indexed: whether an index on the price may be used; the sum keeps an engine to the index of the sort.
    private static func within(_ prices: (lowest: Int64?, highest: Int64?), _ price: SQL, indexed: Bool) -> SQL {
        let price: SQL = indexed ? price : "\(sql: price) + 0"
        var sql: SQL = ""
        if let lowest = prices.lowest { sql += " AND \(sql: price) >= \(lowest)" }
        if let highest = prices.highest { sql += " AND \(sql: price) <= \(highest)" }
        return sql
    }

    private static func areFew(
        _ few: Int, on shelf: Shelf.Kept, _ prices: (lowest: Int64?, highest: Int64?), in reading: some Reading
    ) throws -> Bool {
        let count = try reading.value(
            """
            SELECT count(*) FROM
                (SELECT 1 FROM listing WHERE shelf = \(shelf.id) \(sql: within(prices, "price", indexed: true)) LIMIT \(few + 1)) found
            """, as: Int.self)
        return (count ?? 0) <= few
    }
}

extension Collection.Sort {
    fileprivate var isByPrice: Bool { self == .price || self == .priceDescending }
}

extension [Shelf.Kept] {
    fileprivate var products: Int { reduce(0) { $0 + $1.products } }
}
