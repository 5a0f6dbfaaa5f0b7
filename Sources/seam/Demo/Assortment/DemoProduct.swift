import Catalog
import Essentials

/// A product of the demo shop as its buyer noted it down, in `Demo/assortment/products`.
struct DemoProduct: Decodable, Sendable {
    let handle: String
    let title: String
    let vendor: String
    let type: String
    /// Where in the shop it stands: table, kitchen, home, pantry. People put into one basket what stands together.
    let department: String
    let status: Product.Status
    let tags: [String]
    /// Paragraphs; HTML may stand in them.
    let text: [String]
    let attributes: [String: DemoAttribute]
    let options: [String]
    let variants: [DemoVariant]
    /// Whether the marketplace offers it too.
    let marketplace: Bool?
    /// The first is the product's own.
    let pictures: [DemoPicture]
    /// By language.
    let translations: [String: DemoTranslation]

    var isOnMarketplace: Bool { marketplace ?? false }

    func draft(on prices: DemoPrices, pictures shown: DemoPictures) throws -> ProductDraft {
        ProductDraft(
            title: title, handle: handle, body: text.paragraphs, vendor: vendor, type: type, tags: tags, status: status, options: options,
            attributes: try Attributes(attributes.map { (name: $0, value: $1.value) }),
            variants: variants.map { variant in
                var costs = [prices.retail.id: variant.retail]
                if isOnMarketplace { costs[prices.marketplace.id] = variant.marketplace }
                return VariantDraft(
                    options: variant.options, sku: variant.sku, barcode: variant.gtin, grams: variant.grams,
                    image: variant.picture.flatMap(shown.address), prices: costs)
            },
            media: shown.media(of: pictures))
    }

    /// Everything that shoppers read of it and that other products say alike.
    var words: Set<String> {
        var words = Set(attributes.keys).union(options).union([type])
        for case .text(let text) in attributes.values.map(\.value) { words.insert(text) }
        return words.union(variants.flatMap(\.options))
    }
}

/// One form of a product.
struct DemoVariant: Decodable, Sendable {
    let sku: String
    /// In the range that GS1 leaves to each retailer: 20 to 29.
    let gtin: String
    let options: [String]
    let grams: Int64
    /// In cents.
    let price: Int64
    /// What it cost before, in cents.
    let compareAt: Int64?
    /// What the shop opens with.
    let stock: [DemoPlace: Int64]
    /// Where it looks different from the product.
    let picture: String?

    var retail: Price {
        Price(Money(minorUnits: price, currency: .euro), compareAt: compareAt.map { Money(minorUnits: $0, currency: .euro) })
    }

    /// A tenth more for the marketplace's fee, up to the next price that ends in 90 cents.
    var marketplace: Price {
        let withFee = price + price / 10
        return Price(Money(minorUnits: (withFee + 9) / 100 * 100 + 90, currency: .euro))
    }
}

/// A text, a number or a flag.
struct DemoAttribute: Decodable, Sendable {
    let value: AttributeValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            value = .boolean(flag)
        } else if let number = try? container.decode(Double.self) {
            value = .number(number)
        } else {
            value = .text(try container.decode(String.self))
        }
    }
}
