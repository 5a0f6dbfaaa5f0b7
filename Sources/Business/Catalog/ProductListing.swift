import Database
import Essentials

/// What a shopper asks of a list of products.
public struct ProductQuery: Sendable, Hashable {
    /// `nil` for all products.
    public var collection: Collection.ID?
    /// Words of the title, of variants or of translations, or the beginning of an SKU or of a barcode; empty for all.
    public var words: String
    /// Any of these, by name; all when there are none. The same for types and tags.
    public var vendors: [String]
    public var types: [String]
    public var tags: [String]
    /// Each of these must hold.
    public var attributes: [AttributeChoice]
    /// Of the cheapest variant, in minor units of the list's currency, both ends included.
    public var lowestPrice: Int64?
    public var highestPrice: Int64?
    public var sort: Collection.Sort

    public init(
        collection: Collection.ID? = nil, words: String = "", vendors: [String] = [], types: [String] = [], tags: [String] = [],
        attributes: [AttributeChoice] = [], lowestPrice: Int64? = nil, highestPrice: Int64? = nil, sort: Collection.Sort = .newest
    ) {
        self.collection = collection
        self.words = words
        self.vendors = vendors
        self.types = types
        self.tags = tags
        self.attributes = attributes
        self.lowestPrice = lowestPrice
        self.highestPrice = highestPrice
        self.sort = sort
    }
}

/// A product in a list.
public struct ProductCard: Sendable, Equatable {
    public let id: Product.ID
    public let handle: String
    public let title: Translated
    public let vendor: String
    public let image: MediaDraft?
    /// What the picture shows.
    public let alt: Translated
    /// Of its cheapest variant.
    public let price: Price
    /// Of its dearest variant; more than `price` when they differ.
    public let priceTo: Money

    public var hasOnePrice: Bool { priceTo == price.amount }
}

/// A page of the products that are sold on a price list, found along one index.
public struct ProductListing: Sendable, Equatable {
    /// Where a page begins.
    public enum Start: Sendable, Equatable {
        /// The page with this number, from 1, of at most `ProductListing.lastPage`.
        case page(Int)
        /// Behind the last card of another page: however far, it costs the same.
        case after(ListingCursor)
    }

    public static let lastPage = 1_000

    public let cards: [ProductCard]
    /// Of all pages together.
    public let total: Int
    /// Where the next page begins, when there is one.
    public let next: ListingCursor?

    static let empty = ProductListing(cards: [], total: 0, next: nil)

    /// Finds a page in at most four statements, however many products match.
    /// - Throws: `CatalogRefusal.unknownPriceList`.
    public static func find(
        _ query: ProductQuery, on list: PriceList.ID, at start: Start = .page(1), size: Int = 24, language: String? = nil,
        in reading: some Reading
    ) throws -> ProductListing {
        try find(query, on: list, at: start, size: size, language: language, few: ShelfWalk.few, in: reading)
    }

    /// - Parameter few: up to how many products are rather taken and sorted than found along a shelf.
    static func find(
        _ query: ProductQuery, on list: PriceList.ID, at start: Start, size: Int, language: String?, few: Int, in reading: some Reading
    ) throws -> ProductListing {
        guard let walk = try ShelfWalk(query, on: list, few: few, in: reading) else { return .empty }
        let total = try walk.count(in: reading)
        guard total > 0 else { return .empty }
        let found = try cards(of: walk.page(at: start, size: size), on: list, language: language, order: walk.order, in: reading)
        let shown = found.prefix(size)
        return ProductListing(
            cards: shown.map(\.1), total: total, next: found.count > size ? shown.last?.0 : nil)
    }

    /// What price tags and pictures show of some places on shelves, one statement.
    static func cards(
        of listings: SQL, on list: PriceList.ID, language: String?, order: SQL, in reading: some Reading
    ) throws -> [(ListingCursor, ProductCard)] {
        let tongue = TranslationChoice(language)
        return try reading.rows(
            """
            SELECT l.product, l.title_key, l.position, l.price, p.id, p.handle, p.title, p.vendor, m.url, m.alt,
                list.currency, l.price, l.compare_at, l.price_to, \(sql: tongue.columns("title", "words"))
            FROM (\(sql: listings)) l
            JOIN product p ON p.seq = l.product JOIN price_list list ON list.id = \(list)
            LEFT JOIN media m ON m.id = p.media
            \(sql: tongue.joins(table: "product_translation", owner: "product", of: "p.id"))
            ORDER BY \(sql: order)
            """
        ) { row in
            (try ListingCursor(row: &row), try ProductCard(row: &row, tongue: tongue))
        }
    }
}

extension ProductCard {
    fileprivate init(row: inout Row, tongue: TranslationChoice) throws {
        id = try row.next()
        handle = try row.next()
        let original: String = try row.next()
        vendor = try row.next()
        let url: String? = try row.next()
        let alt: String? = try row.next()
        image = url.map { MediaDraft(url: $0, alt: alt ?? "") }
        let currency = try row.nextCurrency()
        guard let price = try row.nextPrice(currency) else { throw DatabaseFault.engine("a listing has no price") }
        self.price = price
        priceTo = Money(minorUnits: try row.next(), currency: currency)
        let texts = try tongue.translations(of: 2, from: &row)
        title = texts[0] ?? .original(original)
        self.alt = Words(json: texts[1]?.text).translated(alt ?? "", into: texts[1]?.language)
    }
}
