import Database
import Essentials

/// How the products that match a query are found: along the narrowest shelves in the order that is asked for, with a
/// look at the other shelves for each product; or, where a range of prices leaves few, by taking those and sorting them.
struct ShelfWalk {
    /// So many are taken and sorted faster than a long shelf is walked for them.
    static let few = 1_000
    /// More shelves than this are not walked side by side.
    private static let mostAlong = 16

    private let sort: Collection.Sort
    /// The shelf of the collection, or of everything: all that matches stands on it.
    private let floor: Shelf.Kept
    /// What is walked: the floor, or shelves of which each product that matches stands on at least one.
    private let along: [Shelf.Kept]
    /// Whether a product may stand on several of those.
    private let mayRepeat: Bool
    /// A product must stand on one shelf of each.
    private let others: [[Shelf.Kept]]
    private let prices: (lowest: Int64?, highest: Int64?)
    private let words: ProductWords?
    private let attributes: [AttributeChoice]
    private let takesFew: Bool

    /// - Parameters:
    ///   - kind: a kind of shelves of which the query's choice is not minded, to count what the others would give.
    ///   - few: up to how many products are rather taken and sorted than found along a shelf.
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
        let groups = choices.map { choice in
            (shelves: choice.compactMap { kept[$0] }, mayRepeat: choice.contains { $0.kind == .tag } && choice.count > 1)
        }
        .sorted { $0.shelves.products < $1.shelves.products }
        guard groups.allSatisfy({ !$0.shelves.isEmpty }) else { return nil }

        self.floor = floor
        prices = (query.lowestPrice, query.highestPrice)
        words = ProductWords(query.words)
        attributes = query.attributes
        // Only a collection is arranged by hand, and only its own shelf knows how.
        sort = query.sort == .manual && query.collection == nil ? .newest : query.sort
        if let narrowest = groups.first, narrowest.shelves.count <= Self.mostAlong,
            narrowest.shelves.products < (sort == .manual ? min(few, floor.products) : floor.products)
        {
            along = narrowest.shelves
            mayRepeat = narrowest.mayRepeat
            others = groups.dropFirst().map(\.shelves) + (query.collection == nil ? [] : [[floor]])
        } else {
            along = [floor]
            mayRepeat = false
            others = groups.map(\.shelves)
        }
        let isNarrow = along.map(\.id) != [floor.id]
        let hasPrices = prices.lowest != nil || prices.highest != nil
        if sort == .manual {
            takesFew = isNarrow
        } else {
            takesFew = try hasPrices && !sort.isByPrice && along.products > few && Self.areFew(few, on: along, prices, in: reading)
        }
    }

    /// Whether what matches is all that stands on what is walked.
    private var isWhole: Bool {
        others.isEmpty && !mayRepeat && prices.lowest == nil && prices.highest == nil && words == nil && attributes.isEmpty
    }

    /// Whether nothing narrows the floor.
    var isWholeFloor: Bool { isWhole && along.map(\.id) == [floor.id] }

    /// How many products match; known without counting for whole shelves.
    func count(in reading: some Reading) throws -> Int {
        if isWhole { return along.products }
        let counted: SQL = mayRepeat ? "count(DISTINCT l.product)" : "count(*)"
        return try reading.value("SELECT \(sql: counted) \(sql: unsorted)", as: Int.self) ?? 0
    }

    /// All products that match, each once, to count something about them.
    var products: SQL { "SELECT \(sql: mayRepeat ? "DISTINCT " : "")l.product \(sql: unsorted)" }

    /// The places of one page, and one more when there is another page.
    func page(at start: ProductListing.Start, size: Int) -> SQL {
        var skipped = 0
        var behind: SQL = ""
        switch start {
        case .page(let number): skipped = (min(max(number, 1), ProductListing.lastPage) - 1) * size
        case .after(let cursor): behind = " AND \(sql: self.behind(cursor))"
        }
        let end: SQL = " ORDER BY \(sql: order) LIMIT \(size + 1) OFFSET \(skipped)"
        if takesFew {
            return """
                SELECT \(sql: Self.columns) FROM (\(sql: products)) d CROSS JOIN listing l
                WHERE l.shelf = \(floor.id) AND l.product = d.product \(sql: behind)\(sql: end)
                """
        }
        if along.count == 1 { return walk(along[0], behind) + end }
        // The first of each shelf, and of those the first.
        var shelves: SQL = ""
        for (index, shelf) in along.enumerated() {
            if index > 0 { shelves += " UNION " }
            let name = SQL(stringLiteral: "w\(index)")
            let limit: SQL = " ORDER BY \(sql: order) LIMIT \(skipped + size + 1)"
            shelves += "SELECT * FROM (\(sql: walk(shelf, behind) + limit)) \(sql: name)"
        }
        return "SELECT \(sql: Self.columns) FROM (\(sql: shelves)) l" + end
    }

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

    private static let columns: SQL = "l.product, l.title_key, l.position, l.price, l.compare_at, l.price_to"

    private func walk(_ shelf: Shelf.Kept, _ behind: SQL) -> SQL {
        // A shelf of a vendor, a type or a tag knows no position; `NULL` from all of them, so that a product on two is one.
        let position: SQL = shelf.id == floor.id ? "l.position" : "CAST(NULL AS BIGINT) AS position"
        var sql: SQL = """
            SELECT l.product, l.title_key, \(sql: position), l.price, l.compare_at, l.price_to FROM listing l
            WHERE l.shelf = \(shelf.id)\(sql: Self.within(prices, "l.price", indexed: sort.isByPrice))\(sql: matchesTheRest)\(sql: behind)
            """
        // An index on the position knows only the places that have one.
        if sort == .manual { sql += " AND l.position IS NOT NULL" }
        return sql
    }

    private var unsorted: SQL {
        """
        FROM listing l WHERE l.shelf IN \(list: along.map(\.id))\(sql: Self.within(prices, "l.price", indexed: true))\
        \(sql: matchesTheRest)
        """
    }

    private var matchesTheRest: SQL {
        var sql: SQL = words.map { " AND \(sql: $0.match(title: "l.title_key", seq: "l.product"))" } ?? ""
        for choice in attributes { sql += " AND \(sql: choice.match(seq: "l.product"))" }
        for group in others {
            sql += " AND EXISTS (SELECT 1 FROM listing f WHERE f.product = l.product AND f.shelf IN \(list: group.map(\.id)))"
        }
        return sql
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

    /// - Parameter indexed: whether an index on the price may be used; the sum keeps an engine to the index of the sort.
    private static func within(_ prices: (lowest: Int64?, highest: Int64?), _ price: SQL, indexed: Bool) -> SQL {
        let price: SQL = indexed ? price : "\(sql: price) + 0"
        var sql: SQL = ""
        if let lowest = prices.lowest { sql += " AND \(sql: price) >= \(lowest)" }
        if let highest = prices.highest { sql += " AND \(sql: price) <= \(highest)" }
        return sql
    }

    private static func areFew(
        _ few: Int, on shelves: [Shelf.Kept], _ prices: (lowest: Int64?, highest: Int64?), in reading: some Reading
    ) throws -> Bool {
        let count = try reading.value(
            """
            SELECT count(*) FROM (
                SELECT 1 FROM listing WHERE shelf IN \(list: shelves.map(\.id))\(sql: within(prices, "price", indexed: true))
                LIMIT \(few + 1)) found
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
