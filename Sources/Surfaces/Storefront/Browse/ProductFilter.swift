import Catalog
import Essentials
import Web

/// What a shopper asks of a list: read from the address, and written into every link of the page.
struct ProductFilter: Sendable {
    /// What was searched for; a collection has none.
    var words = ""
    var vendors: [String] = []
    var types: [String] = []
    /// `material=Oak`, as it stands in the address.
    var attributes: [String] = []
    var lowest: Money?
    var highest: Money?
    var isInStock = false
    /// Only what lies on the shelf of this shop.
    var store: Store?
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
        vendors = Self.names("vendor", in: query)
        types = Self.names("type", in: query)
        attributes = Self.names("is", in: query).filter { $0.contains("=") }
        lowest = amount("min", in: shop)
        highest = amount("max", in: shop)
        isInStock = query.has("in_stock")
        let code = query.typed("at")
        store = code.isEmpty ? nil : shop.stores.first { $0.code == code }
        do {
            sort = try query.choiceIfAny("sort")
            page = try query.integerIfAny("page", in: 1...ProductListing.lastPage) ?? 1
        } catch {
            if let refusal = error as? any Refusal { notices.add(refusal) }
        }
        from = seesStock ? StockPlace(query.typed("from")) : nil
    }

    /// Whether the list must look at stock, and cannot be counted.
    var seesStock: Bool { isInStock || store != nil }

    var isNarrow: Bool { !vendors.isEmpty || !types.isEmpty || !attributes.isEmpty || lowest != nil || highest != nil || seesStock }

    func query(_ collection: Collection?) -> ProductQuery {
        ProductQuery(
            collection: collection?.id, words: words, vendors: vendors, types: types, attributes: choices,
            lowestPrice: lowest?.minorUnits, highestPrice: highest?.minorUnits, sort: sort ?? collection?.sort ?? .newest)
    }

    /// The chosen attributes: what reads like a number or like yes may also be a text.
    private var choices: [AttributeChoice] {
        var values: [String: Set<AttributeValue>] = [:]
        for pair in attributes {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            values[parts[0], default: []].formUnion(AttributeValue.readings(of: parts[1]))
        }
        return values.sorted { $0.key < $1.key }.map { AttributeChoice(name: $0.key, values: $0.value) }
    }

    /// The address of a list with this filter, always written the same way.
    func address(of path: String) -> String {
        var pairs: [(name: String, value: String?)] = [("q", words.isEmpty ? nil : words)]
        pairs += vendors.map { ("vendor", $0) }
        pairs += types.map { ("type", $0) }
        pairs += attributes.map { ("is", $0) }
        pairs += [
            ("min", lowest?.plain), ("max", highest?.plain), ("in_stock", isInStock ? "1" : nil), ("at", store?.code),
            ("sort", sort?.rawValue), ("page", page > 1 ? String(page) : nil), ("from", from?.description),
        ]
        return Fields.link(path, pairs)
    }

    /// The address of the list from its beginning, with something changed.
    func address(of path: String, _ change: (inout ProductFilter) -> Void) -> String {
        var other = self
        other.page = 1
        other.from = nil
        change(&other)
        return other.address(of: path)
    }

    private static func names(_ field: String, in query: Fields) -> [String] {
        Set(query.all(field).filter { !$0.isEmpty && $0.utf8.count <= 512 }.prefix(20)).sorted()
    }

    private mutating func amount(_ field: String, in shop: WebShop) -> Money? {
        let text = typed.typed(field)
        guard !text.isEmpty else { return nil }
        let amount = Money(typed: text, in: shop.language, currency: shop.channel.currency)
        if let amount, amount.minorUnits >= 0 { return amount }
        notices.add(StorefrontRefusal.noAmount(field: field))
        return nil
    }
}

extension AttributeValue {
    /// Whatever an attribute can be that is shown as this text.
    fileprivate static func readings(of text: String) -> Set<AttributeValue> {
        var readings: Set<AttributeValue> = [.text(text)]
        if let number = Double(text), number.isFinite { readings.insert(.number(number)) }
        if let flag = Bool(text) { readings.insert(.boolean(flag)) }
        return readings
    }
}
