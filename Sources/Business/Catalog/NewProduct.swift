import Database
import Essentials
import Feed
import Staff

/// A validated draft with all its ids, on its way to become rows.
struct NewProduct: Sendable {
    let id: Product.ID
    let handle: String
    let draft: ProductDraft

    /// - Parameter draft: validated.
    init(_ draft: ProductDraft, handle: String, world: World) {
        var draft = draft
        draft.handle = handle
        for index in draft.variants.indices { draft.variants[index].id = world.id() }
        self.draft = draft
        self.handle = handle
        id = world.id()
    }

    /// Writes products that nobody knows yet, with a number of statements that hardly grows with theirs.
    ///
    /// Handles and SKUs were found free before; the unique keys stand behind it.
    static func insert(_ products: [NewProduct], by origin: Origin, in transaction: Transaction, world: World) throws {
        guard !products.isEmpty else { return }
        let now = world.now
        var pictures: [SQL] = []
        var variants: [SQL] = []
        var prices: [SQL] = []
        var heads: [SQL] = []
        for product in products {
            let media = product.draft.media.map { (url: $0.url, id: world.id(Media.self), alt: $0.alt) }
            let ids = Dictionary(media.map { ($0.url, $0.id) }, uniquingKeysWith: { first, _ in first })
            for (index, picture) in media.enumerated() {
                pictures.append("(\(picture.id), \(product.id), \(index + 1), \(picture.url), \(picture.alt))")
            }
            for (index, variant) in product.draft.variants.enumerated() {
                variants.append(variant.row(of: product.id, at: index + 1, media: variant.image.flatMap { ids[$0] }))
                for (list, price) in variant.prices {
                    prices.append("(\(variant.id), \(list), \(price.amount.minorUnits), \(price.compareAt?.minorUnits))")
                }
            }
            heads.append(product.row(media: media.first?.id, at: now))
        }
        try HandleRedirect.forget(products.map(\.handle), of: Product.prefix, in: transaction)
        try transaction.insert(Self.insertion, heads)
        try transaction.insert(
            "INSERT INTO product_content (product, body, attributes) VALUES",
            products.map { "(\($0.id), \($0.draft.body), \($0.draft.attributes.json))" })
        try transaction.insert("INSERT INTO media (id, product, position, url, alt) VALUES", pictures)
        try transaction.insert(VariantDraft.insertion, variants)
        try transaction.insert(ProductSearch.insertion, products.map(ProductSearch.row))
        try transaction.insert("INSERT INTO price (variant, list, amount, compare_at) VALUES", prices)
        try ProductVersion.insert(products.map { ($0.id, 1, $0.draft) }, by: origin, at: now, in: transaction)
        try Shelving.refresh(products.map(\.id), isNew: true, in: transaction)
        for product in products {
            try ProductCreated(product: product.id).record(by: origin, in: transaction, world: world)
        }
    }

    private static let insertion: SQL = """
        INSERT INTO product (id, handle, title, title_key, vendor, type, tags, status, option1, option2, option3, media, version, \
        created_at, updated_at) VALUES
        """

    private func row(media: Media.ID?, at now: Instant) -> SQL {
        """
        (\(id), \(handle), \(draft.title), \(draft.title.folded), \(draft.vendor), \(draft.type), \(draft.tags.joined(separator: ",")), \
        \(draft.status), \(draft.options.option(0)), \(draft.options.option(1)), \(draft.options.option(2)), \(media), 1, \(now), \(now))
        """
    }
}

extension VariantDraft {
    static let insertion: SQL = """
        INSERT INTO variant (id, product, position, option1, option2, option3, sku, sku_key, barcode, gtin, grams, taxable, \
        requires_shipping, when_sold_out, tracked, media) VALUES
        """

    func row(of product: Product.ID, at position: Int, media: Media.ID?) -> SQL {
        """
        (\(id), \(product), \(position), \(options.option(0)), \(options.option(1)), \(options.option(2)), \(sku), \(skuKey), \
        \(barcode), \(gtinKey), \(grams), \(isTaxable), \(requiresShipping), \(whenSoldOut), \(isTracked), \(media))
        """
    }

    /// An archived variant comes back by this.
    func update(_ id: Variant.ID, at position: Int, media: Media.ID?) -> SQL {
        """
        UPDATE variant SET position = \(position), option1 = \(options.option(0)), option2 = \(options.option(1)),
            option3 = \(options.option(2)), sku = \(sku), sku_key = \(skuKey), barcode = \(barcode), gtin = \(gtinKey),
            grams = \(grams), taxable = \(isTaxable), requires_shipping = \(requiresShipping), when_sold_out = \(whenSoldOut),
            tracked = \(isTracked), media = \(media), archived_at = NULL
        WHERE id = \(id)
        """
    }

    /// SKUs are found whatever their case.
    var skuKey: String? { sku?.lowercased() }
    var gtinKey: String? { barcode.flatMap { GTIN($0) }?.key }
}
