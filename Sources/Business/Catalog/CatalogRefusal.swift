import Essentials

/// The expected ways in which the catalogue says no.
public enum CatalogRefusal: Refusal, Equatable {
    case unknownProduct
    case unknownVariant
    case unknownCollection
    case unknownPriceList
    case unknownVersion(Int64)
    case unknownEdit
    /// Somebody else changed it after the caller had read it.
    case stale(seen: Int64, now: Int64)
    case titleMissing
    case tooLong(field: String, limit: Int)
    case tooMany(String, limit: Int)
    case handleInvalid(String)
    case handleTaken(String)
    case skuTaken(String, by: String)
    case skuRepeated(String)
    case gtin(String)
    case grams
    case options
    case optionMissing([String])
    case repeatedOptions([String])
    case tagWithComma(String)
    case mediaAddress(String)
    case attributes(Sentence)
    case negativePrice
    case priceTooHigh(Money)
    case otherCurrency(Currency, list: Currency)
    case language(String)
    case rule(Sentence)
    /// A collection that a rule fills takes no products by hand.
    case filledByRule

    public var code: String { words.code }
    public var field: String? { words.field }
    public var sentence: Sentence { words.sentence }

    public var kind: RefusalKind {
        switch self {
        case .unknownProduct, .unknownVariant, .unknownCollection, .unknownPriceList, .unknownVersion, .unknownEdit: .notFound
        case .stale, .handleTaken, .skuTaken, .filledByRule: .conflict
        default: .invalid
        }
    }

    private var words: (code: String, field: String?, sentence: Sentence) {
        switch self {
        case .unknownProduct: ("product.unknown", nil, "There is no such product.")
        case .unknownVariant: ("variant.unknown", nil, "There is no such variant.")
        case .unknownCollection: ("collection.unknown", nil, "There is no such collection.")
        case .unknownPriceList: ("price_list.unknown", nil, "There is no such price list.")
        case .unknownVersion(let version): ("product.unknown_version", nil, "There is no version \(version) of it.")
        case .unknownEdit: ("bulk_edit.unknown", nil, "There is no such change of many products.")
        case .stale(let seen, let now):
            ("catalog.stale", nil, "Somebody else changed this after you opened it (you saw version \(seen), it is at \(now)). Look again.")
        case .titleMissing: ("product.title_missing", "title", "It needs a title.")
        case .tooLong(let field, let limit): ("catalog.too_long", field, "This is longer than \(limit) bytes.")
        case .tooMany(let what, let limit): ("catalog.too_many", nil, "There may be at most \(limit) \(what).")
        case .handleInvalid(let handle): ("handle.invalid", "handle", "“\(handle.prefix(80))” has no letters or digits, or too many.")
        case .handleTaken(let handle): ("handle.taken", "handle", "Another one already has the handle “\(handle)”.")
        case .skuTaken(let sku, let owner): ("sku.taken", "sku", "The SKU “\(sku)” belongs to “\(owner)”.")
        case .skuRepeated(let sku): ("sku.repeated", "sku", "Two of its variants have the SKU “\(sku)”.")
        case .gtin(let text):
            ("gtin.invalid", "barcode", "“\(text.prefix(40))” is no GTIN: it has 8, 12, 13 or 14 digits, and the last one must check.")
        case .grams: ("variant.grams", "grams", "A weight cannot be below zero.")
        case .options:
            ("product.options", "options", "It has up to three options with different names, and more than one variant only with options.")
        case .optionMissing(let names):
            (
                "variant.option_missing", "options",
                "A variant needs one value for each option (\(names.isEmpty ? "none" : names.joined(separator: ", ")))."
            )
        case .repeatedOptions(let values): ("variant.options_repeated", "options", "Two variants are “\(values.joined(separator: " / "))”.")
        case .tagWithComma(let tag): ("product.tag", "tags", "The tag “\(tag)” has a comma in it.")
        case .mediaAddress(let url): ("media.address", "url", "“\(url.prefix(80))” is no web address of a picture.")
        case .attributes(let reason): ("product.attributes", "attributes", "The attributes cannot be read: \(reason).")
        case .negativePrice: ("price.negative", "price", "A price cannot be below zero.")
        case .priceTooHigh(let highest): ("price.too_high", "price", "A price is at most \(highest).")
        case .otherCurrency(let money, let list): ("price.currency", "price", "The price is in \(money), and the list is in \(list).")
        case .language(let tag): ("translation.language", "language", "“\(tag.prefix(40))” is no language tag.")
        case .rule(let reason): ("collection.rule", "rule", reason)
        case .filledByRule: ("collection.filled_by_rule", nil, "A rule fills this collection; change the rule, or make another collection.")
        }
    }
}

/// A refusal about one variant of a draft; its field says which: `variants.2.barcode`.
public struct VariantRefusal: Refusal, Equatable {
    /// From 0.
    public let index: Int
    public let reason: CatalogRefusal

    public init(index: Int, reason: CatalogRefusal) {
        self.index = index
        self.reason = reason
    }

    public var code: String { reason.code }
    public var field: String? { "variants.\(index)" + (reason.field.map { "." + $0 } ?? "") }
    public var sentence: Sentence { reason.sentence }
    public var kind: RefusalKind { reason.kind }
}
