import Database
import Essentials

/// What a cart line, a quote and a till need to know of a variant: what to show, what it costs, whether it may be sold.
public struct SellableVariant: Sendable, Equatable {
    public let id: Variant.ID
    public let product: Product.ID
    public let handle: String
    /// The product's title, in the language that was asked for when it is translated.
    public let productTitle: String
    /// `Small / Blue`; empty for the only variant of a product.
    public let variantTitle: String
    public let sku: String?
    public let barcode: String?
    /// The variant's own picture, or the product's first.
    public let image: MediaDraft?
    public let grams: Int64?
    public let isTaxable: Bool
    public let requiresShipping: Bool
    public let whenSoldOut: Variant.WhenSoldOut
    public let isTracked: Bool
    /// Whether product and variant are offered at all: neither draft nor archived.
    public let isActive: Bool
    /// On the list that was asked for; without one it is not sold there.
    public let price: Price?

    /// Whether it may go into a cart on that list. Stock is another question.
    public var isSellable: Bool { isActive && price != nil }

    /// `Lamp – Small / Blue`
    public var title: String { variantTitle.isEmpty ? productTitle : "\(productTitle) – \(variantTitle)" }

    /// Finds those of the variants that there are, in one statement.
    /// - Parameter language: a BCP 47 tag; a text that is not translated to it is taken from the tag's language without
    ///   its region, and then from the original.
    public static func find(
        _ ids: [Variant.ID], on list: PriceList.ID, language: String? = nil, in reading: some Reading
    ) throws -> [Variant.ID: SellableVariant] {
        guard !ids.isEmpty else { return [:] }
        let tongue = TranslationChoice(language)
        var found: [Variant.ID: SellableVariant] = [:]
        found.reserveCapacity(ids.count)
        try reading.each(
            """
            SELECT v.id, p.id, p.handle, p.title, v.option1, v.option2, v.option3, \(sql: tongue.columns("title", "words")),
                v.sku, v.barcode, m.url, m.alt, v.grams, v.taxable, v.requires_shipping, v.when_sold_out, v.tracked,
                p.status, v.archived_at, l.currency, price.amount, price.compare_at
            FROM variant v JOIN product p ON p.id = v.product
            \(sql: tongue.joins(table: "product_translation", owner: "product", of: "p.id"))
            LEFT JOIN media m ON m.id = COALESCE(v.media, p.media)
            LEFT JOIN price_list l ON l.id = \(list)
            LEFT JOIN price ON price.variant = v.id AND price.list = l.id
            WHERE v.id IN \(list: ids)
            """
        ) { row in
            let variant = try SellableVariant(row: &row, tongue: tongue)
            found[variant.id] = variant
        }
        return found
    }

    private init(row: inout Row, tongue: TranslationChoice) throws {
        id = try row.next()
        product = try row.next()
        handle = try row.next()
        let title: String = try row.next()
        let options = try row.nextOptions()
        let translations = try tongue.translations(of: 2, from: &row)
        productTitle = translations[0]?.text ?? title
        let words = Words(json: translations[1]?.text)
        variantTitle = options.map { words[$0] }.joined(separator: " / ")
        sku = try row.next()
        barcode = try row.next()
        let url: String? = try row.next()
        let alt: String? = try row.next()
        image = url.map { MediaDraft(url: $0, alt: alt ?? "") }
        grams = try row.next()
        isTaxable = try row.next()
        requiresShipping = try row.next()
        whenSoldOut = try row.next()
        isTracked = try row.next()
        let status: Product.Status = try row.next()
        let archivedAt: Instant? = try row.next()
        isActive = status == .active && archivedAt == nil
        price = try row.nextPriceWithCurrency()
    }
}
