import Essentials

/// All that a person decides about a product: what they hand in to create or change it, and what each version keeps.
///
/// Texts may have white space around them and barcodes their mistakes; `validated()` cleans the one and refuses the other.
public struct ProductDraft: Sendable, Equatable {
    /// Made of the title when there is none.
    public var handle: String?
    public var title: String
    /// HTML
    public var body: String
    public var vendor: String
    public var type: String
    public var tags: [String]
    public var status: Product.Status
    /// Names of at most three options. With none, there is one variant.
    public var options: [String]
    public var attributes: Attributes
    /// In the order in which they are shown.
    public var variants: [VariantDraft]
    /// In the order in which they are shown; the first stands for the product.
    public var media: [MediaDraft]

    public init(
        title: String, handle: String? = nil, body: String = "", vendor: String = "", type: String = "", tags: [String] = [],
        status: Product.Status = .active, options: [String] = [], attributes: Attributes = .none,
        variants: [VariantDraft] = [VariantDraft()], media: [MediaDraft] = []
    ) {
        self.handle = handle
        self.title = title
        self.body = body
        self.vendor = vendor
        self.type = type
        self.tags = tags
        self.status = status
        self.options = options
        self.attributes = attributes
        self.variants = variants
        self.media = media
    }
}

public struct VariantDraft: Sendable, Equatable {
    /// The variant that this changes. Without one it is matched by its SKU, then by its options, and is new otherwise.
    public var id: Variant.ID?
    /// One value for each option of the product.
    public var options: [String]
    public var sku: String?
    /// A GTIN.
    public var barcode: String?
    public var grams: Int64?
    public var isTaxable: Bool
    public var requiresShipping: Bool
    public var whenSoldOut: Variant.WhenSoldOut
    public var isTracked: Bool
    /// The address of one of the product's pictures.
    public var image: String?
    /// Prices to set; lists that are not named keep what they have. Versions do not keep prices.
    public var prices: [PriceList.ID: Price]

    public init(
        id: Variant.ID? = nil, options: [String] = [], sku: String? = nil, barcode: String? = nil, grams: Int64? = nil,
        isTaxable: Bool = true, requiresShipping: Bool = true, whenSoldOut: Variant.WhenSoldOut = .deny, isTracked: Bool = true,
        image: String? = nil, prices: [PriceList.ID: Price] = [:]
    ) {
        self.id = id
        self.options = options
        self.sku = sku
        self.barcode = barcode
        self.grams = grams
        self.isTaxable = isTaxable
        self.requiresShipping = requiresShipping
        self.whenSoldOut = whenSoldOut
        self.isTracked = isTracked
        self.image = image
        self.prices = prices
    }
}

public struct MediaDraft: Sendable, Equatable, Codable {
    /// `https://…`, or a path of this shop.
    public var url: String
    public var alt: String

    public init(url: String, alt: String = "") {
        self.url = url
        self.alt = alt
    }
}

extension ProductDraft: Codable {}

extension VariantDraft: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, options, sku, barcode, grams, isTaxable, requiresShipping, whenSoldOut, isTracked, image
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try values.decodeIfPresent(Variant.ID.self, forKey: .id),
            options: try values.decode([String].self, forKey: .options),
            sku: try values.decodeIfPresent(String.self, forKey: .sku),
            barcode: try values.decodeIfPresent(String.self, forKey: .barcode),
            grams: try values.decodeIfPresent(Int64.self, forKey: .grams),
            isTaxable: try values.decode(Bool.self, forKey: .isTaxable),
            requiresShipping: try values.decode(Bool.self, forKey: .requiresShipping),
            whenSoldOut: try values.decode(Variant.WhenSoldOut.self, forKey: .whenSoldOut),
            isTracked: try values.decode(Bool.self, forKey: .isTracked),
            image: try values.decodeIfPresent(String.self, forKey: .image))
    }
}
