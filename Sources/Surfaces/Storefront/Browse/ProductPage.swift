import Catalog
import Essentials
import Web

/// A product: what it is, what it costs, what can be had of it now. One variant of it is shown; the others are a link away.
struct ProductPage: ShopPage {
    let frame: Frame
    let path: String
    let title: String
    let vendor: Link?
    let description: MerchantHTML
    let trail: Trail
    let gallery: [GalleryPicture]
    let options: [OptionRow]
    let chosen: VariantChoice
    /// When it is there; `nil` when nothing is promised, or it cannot be sent now.
    var promise: DeliveryPromise?
    let places: StockPlaces?
    let attributes: [AttributeLine]
    let related: [ProductTile]
    /// What there is to read about it.
    let stories: [Link]
    let structured: [StructuredData]
    /// The languages of its title and description, when they are others than the page's.
    var titleTongue: String?
    var bodyTongue: String?
    /// What was typed into the form that was refused.
    var typedQuantity = ""
    var notices = FieldNotices()

    /// Its promises speak of today.
    var end: Instant? { [promise?.end, places?.visit?.end].compactMap(\.self).min() }

    static let answers: Answers = [
        "frame": \.frame, "path": \.path, "handle": { $0.path.dropFirst("/products/".count) }, "title": \.title,
        "titleTongue": \.titleTongue, "bodyTongue": \.bodyTongue, "vendor": \.vendor,
        "description": \.description, "trail": \.trail,
        "gallery": \.gallery, "hasMorePictures": { $0.gallery.count > 1 }, "options": \.options, "chosen": \.chosen,
        "isSoldOut": \.chosen.stock.isSoldOut, "promise": \.promise, "places": \.places,
        "hasPromises": { $0.promise != nil || $0.places != nil }, "attributes": \.attributes,
        "hasFacts": { !$0.attributes.isEmpty || $0.chosen.sku != nil || $0.chosen.barcode != nil },
        "tiles": \.related.kept, "hasRelated": { !$0.related.isEmpty }, "stories": \.stories, "hasStories": { !$0.stories.isEmpty },
        "structured": \.structured,
        "typedQuantity": { $0.typedQuantity.isEmpty ? "1" : $0.typedQuantity }, "notices": \.notices,
    ]
}

/// The variant that is shown.
struct VariantChoice: Shown {
    let id: String
    let sku: String?
    let barcode: String?
    let price: PriceTag
    let stock: StockSign

    static let answers: Answers = [
        "id": \.id, "sku": \.sku, "barcode": \.barcode, "price": \.price, "stock": \.stock, "isReduced": { $0.price.before != nil },
    ]
}

/// What a product is like: `Weight: 2.4 kg`.
struct AttributeLine: Shown {
    let name: String
    let value: String
    let isYes: Bool
    let isNo: Bool

    static let answers: Answers = ["name": \.name, "value": \.value, "isYes": \.isYes, "isNo": \.isNo]

    /// - Parameter words: what the product says of them in the language of the page.
    init(name: String, value: AttributeValue, in words: Words = Words(), _ language: String = "en") {
        self.name = words[name].capitalizedFirst
        isYes = value == .boolean(true)
        isNo = value == .boolean(false)
        self.value = value.said(in: words, language)
    }
}
