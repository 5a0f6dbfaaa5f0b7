import Database
import Essentials

/// All that a product's page shows, in three statements however many variants and pictures there are.
public struct ProductDetail: Sendable, Equatable {
    public let product: Product
    /// In the language that was asked for, or the original; `Translated.language` says which.
    public let title: Translated
    public let body: Translated
    /// Translations of its shorter texts.
    public let words: Words
    /// The language of these words; `nil` when there are none.
    public let wordsLanguage: String?
    /// Those that are not archived, in their order.
    public let variants: [Variant]
    public let media: [Media]
    /// On the list that was asked for.
    public let prices: [Variant.ID: Price]

    /// The product that has this handle or had it before: when `product.handle` is another, the caller redirects.
    public static func find(
        handle: String, on list: PriceList.ID?, language: String? = nil, in reading: some Reading
    ) throws -> ProductDetail? {
        if let detail = try find(where: "p.handle = \(handle)", on: list, language: language, in: reading).first { return detail }
        guard let id: Product.ID = try HandleRedirect.target(of: handle, in: reading) else { return nil }
        return try find(where: "p.id = \(id)", on: list, language: language, in: reading).first
    }

    /// - Throws: `CatalogRefusal.unknownProduct`.
    public static func find(
        _ id: Product.ID, on list: PriceList.ID?, language: String? = nil, in reading: some Reading
    ) throws -> ProductDetail {
        guard let detail = try find(where: "p.id = \(id)", on: list, language: language, in: reading).first else {
            throw CatalogRefusal.unknownProduct
        }
        return detail
    }

    /// Those of the ids that there are.
    public static func find(
        _ ids: [Product.ID], on list: PriceList.ID?, language: String? = nil, in reading: some Reading
    ) throws -> [Product.ID: ProductDetail] {
        guard !ids.isEmpty else { return [:] }
        let found = try find(where: "p.id IN \(list: ids)", on: list, language: language, in: reading)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.product.id, $0) })
    }

    static func find(
        where condition: SQL, on list: PriceList.ID?, language: String? = nil, in reading: some Reading
    ) throws -> [ProductDetail] {
        let tongue = TranslationChoice(language)
        let heads = try reading.rows(
            """
            SELECT \(sql: Product.columns), \(sql: tongue.columns("title", "body", "words")) FROM \(sql: Product.source)
            \(sql: tongue.joins(table: "product_translation", owner: "product", of: "p.id"))
            WHERE \(sql: condition)
            """
        ) { row in
            (product: try Product(row: &row), texts: try tongue.translations(of: 3, from: &row))
        }
        let ids = heads.map(\.product.id)
        var (variants, prices) = try variants(of: ids, on: list, in: reading)
        var media = try Media.of(ids, in: reading)
        return heads.map { product, texts in
            let own = variants.removeValue(forKey: product.id) ?? []
            return ProductDetail(
                product: product, title: texts[0] ?? .original(product.title), body: texts[1] ?? .original(product.body),
                words: Words(json: texts[2]?.text), wordsLanguage: texts[2]?.language, variants: own,
                media: media.removeValue(forKey: product.id) ?? [],
                prices: prices.removeValue(forKey: product.id) ?? [:])
        }
    }

    private static func variants(
        of products: [Product.ID], on list: PriceList.ID?, in reading: some Reading
    ) throws -> ([Product.ID: [Variant]], [Product.ID: [Variant.ID: Price]]) {
        var variants: [Product.ID: [Variant]] = [:]
        var prices: [Product.ID: [Variant.ID: Price]] = [:]
        guard !products.isEmpty else { return (variants, prices) }
        try reading.each(
            """
            SELECT \(sql: Variant.columns), l.currency, price.amount, price.compare_at
            FROM variant v LEFT JOIN price_list l ON l.id = \(list) LEFT JOIN price ON price.variant = v.id AND price.list = l.id
            WHERE v.product IN \(list: products) AND v.archived_at IS NULL ORDER BY v.product, v.position
            """
        ) { row in
            let variant = try Variant(row: &row)
            variants[variant.product, default: []].append(variant)
            if let price = try row.nextPriceWithCurrency() { prices[variant.product, default: [:]][variant.id] = price }
        }
        return (variants, prices)
    }
}

extension ProductDetail {
    /// The product as somebody would hand it in: to change a part of it and give it back, to keep it, to compare it.
    public var draft: ProductDraft {
        let pictures = Dictionary(uniqueKeysWithValues: media.map { ($0.id, $0.url) })
        return ProductDraft(
            title: product.title, handle: product.handle, body: product.body, vendor: product.vendor, type: product.type,
            tags: product.tags, status: product.status, options: product.options, attributes: product.attributes,
            variants: variants.map { variant in
                VariantDraft(
                    id: variant.id, options: variant.options, sku: variant.sku, barcode: variant.barcode, grams: variant.grams,
                    isTaxable: variant.isTaxable, requiresShipping: variant.requiresShipping, whenSoldOut: variant.whenSoldOut,
                    isTracked: variant.isTracked, image: variant.media.flatMap { pictures[$0] })
            },
            media: media.map { MediaDraft(url: $0.url, alt: $0.alt) })
    }
}
