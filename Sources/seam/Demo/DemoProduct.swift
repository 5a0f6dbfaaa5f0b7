import Catalog
import Essentials

/// A product of the demo shop as its buyer would note it down: words, prices in cents, and how many lie where.
struct DemoProduct: Sendable {
    let handle: String
    let title: String
    let maker: String
    let type: String
    let tags: [String]
    /// HTML
    let text: String
    let attributes: [(name: String, value: AttributeValue)]
    /// What the first picture shows; variants may bring others.
    let pictures: [DemoPicture]
    var options: [String] = []
    let variants: [DemoVariant]
    var status = Product.Status.active
    /// Whether the marketplace offers it too.
    var isOnMarketplace = false

    func draft(retail: PriceList.ID, marketplace: PriceList.ID) throws -> ProductDraft {
        ProductDraft(
            title: title, handle: handle, body: text, vendor: maker, type: type, tags: tags, status: status, options: options,
            attributes: try Attributes(attributes),
            variants: variants.map { variant in
                var prices = [retail: variant.retail]
                if isOnMarketplace { prices[marketplace] = variant.marketplace }
                return VariantDraft(
                    options: variant.options, sku: variant.sku, barcode: variant.gtin, grams: variant.grams,
                    image: variant.picture.map(DemoPicture.address), prices: prices)
            },
            media: pictures.map(\.media))
    }
}

/// One form of a product.
struct DemoVariant: Sendable {
    let options: [String]
    let sku: String
    /// In the range that GS1 leaves to each retailer: 20 to 29.
    let gtin: String
    let grams: Int64
    /// In cents.
    let price: Int64
    /// What it cost before, in cents.
    let before: Int64?
    let stock: [DemoPlace: Int64]
    let picture: String?

    init(
        _ options: String..., sku: String, gtin: String, grams: Int64, price: Int64, before: Int64? = nil, stock: [DemoPlace: Int64] = [:],
        picture: String? = nil
    ) {
        self.options = options
        self.sku = sku
        self.gtin = gtin
        self.grams = grams
        self.price = price
        self.before = before
        self.stock = stock
        self.picture = picture
    }

    var retail: Price {
        Price(Money(minorUnits: price, currency: .euro), compareAt: before.map { Money(minorUnits: $0, currency: .euro) })
    }

    /// A tenth more for the marketplace's fee, up to the next price that ends in 90 cents.
    var marketplace: Price {
        let withFee = price + price / 10
        return Price(Money(minorUnits: (withFee + 9) / 100 * 100 + 90, currency: .euro))
    }
}

/// A drawing in `Public/images/demo`.
struct DemoPicture: Sendable {
    let name: String
    let alt: String

    init(_ name: String, _ alt: String) {
        self.name = name
        self.alt = alt
    }

    static func address(_ name: String) -> String { "/assets/images/demo/\(name).svg" }

    var media: MediaDraft { MediaDraft(url: Self.address(name), alt: alt) }
}

extension [DemoPlace: Int64] {
    /// Units in the warehouse, in Helsinki, Turku and Stockholm.
    static func units(_ warehouse: Int64, _ helsinki: Int64, _ turku: Int64, _ stockholm: Int64) -> Self {
        [.warehouse: warehouse, .helsinki: helsinki, .turku: turku, .stockholm: stockholm].filter { $0.value > 0 }
    }
}
