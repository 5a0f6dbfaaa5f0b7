import Catalog
import Essentials
import Web

/// What a shopper asks of a list: read from the address, and written into every link of the page.
struct ProductFilter: Sendable {
    /// What was searched for; a collection has none.
    var words = ""
    var vendors: [String] = []
    var lowest: Money?
    var highest: Money?
    var isInStock = false
    /// As the list stands by itself when `nil`.
    var sort: Collection.Sort?
    var page = 1
    /// Where a list of what is in stock goes on; it is not counted in pages.
    var from: StockPlace?
    /// What was typed, to stand in the form again.
    private(set) var typed = Fields()
    private(set) var notices = FieldNotices()

    init() {}

    /// What cannot be read is left out and said beside its field.
    init(_ query: Fields, in shop: WebShop) {
        typed = query
        vendors = query.all("vendor").filter { !$0.isEmpty && $0.utf8.count <= 255 }.prefix(20).sorted()
        lowest = amount("min", in: shop)
        highest = amount("max", in: shop)
        isInStock = query.has("in_stock")
        do {
            sort = try query.choiceIfAny("sort")
            page = try query.integerIfAny("page", in: 1...ProductListing.lastPage) ?? 1
        } catch {
            if let refusal = error as? any Refusal { notices.add(refusal) }
        }
        from = isInStock ? StockPlace(query.typed("from")) : nil
    }

    var isNarrow: Bool { !vendors.isEmpty || lowest != nil || highest != nil || isInStock }

    func query(_ collection: Collection?) -> ProductQuery {
        ProductQuery(
            collection: collection?.id, words: words, vendors: vendors, lowestPrice: lowest?.minorUnits, highestPrice: highest?.minorUnits,
            sort: sort ?? collection?.sort ?? .newest)
    }

    /// The address of a list with this filter, always written the same way.
    func address(of path: String) -> String {
        var pairs: [(name: String, value: String?)] = [("q", words.isEmpty ? nil : words)]
        pairs += vendors.map { ("vendor", $0) }
        pairs += [
            ("min", lowest?.plain), ("max", highest?.plain), ("in_stock", isInStock ? "1" : nil), ("sort", sort?.rawValue),
            ("page", page > 1 ? String(page) : nil), ("from", from?.description),
        ]
        return Fields.link(path, pairs)
    }

    private mutating func amount(_ field: String, in shop: WebShop) -> Money? {
        let text = typed.typed(field)
        guard !text.isEmpty else { return nil }
        let amount = Money(typed: text, in: shop.channel.language, currency: shop.channel.currency)
        if let amount, amount.minorUnits >= 0 { return amount }
        notices.add(StorefrontRefusal.noAmount(field: field))
        return nil
    }
}

/// A place in a list of which only what is in stock is shown: a piece of the list, and how many products of it were
/// looked at before.
struct StockPlace: Sendable, LosslessStringConvertible {
    let piece: Int
    let offset: Int

    init(piece: Int, offset: Int) {
        self.piece = piece
        self.offset = offset
    }

    init?(_ description: String) {
        let parts = description.split(separator: ".").map { Int($0) }
        guard parts.count == 2, let piece = parts[0], let offset = parts[1], (1...ProductListing.lastPage).contains(piece),
            (0...1_000).contains(offset)
        else { return nil }
        self.init(piece: piece, offset: offset)
    }

    var description: String { "\(piece).\(offset)" }
}
