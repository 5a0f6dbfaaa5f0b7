import Catalog
import Web

/// A product: what it is, what it costs, what can be had of it now.
struct ProductPage: Page {
    let frame: Frame
    let path: String
    let title: String
    let vendor: String
    let description: MerchantHTML
    let trail: Trail
    let gallery: [GalleryPicture]
    /// Each variant that is sold here, in groups by its first option when there is more than one.
    let groups: [VariantGroup]
    let attributes: [AttributeLine]
    /// What was typed into the form that was refused.
    var typedQuantity = ""
    var notices = FieldNotices()

    var choices: [VariantChoice] { groups.flatMap(\.choices) }
    /// The one that is chosen when the page opens.
    var chosen: VariantChoice? { choices.first(where: \.isChosen) }

    static let answers: Answers = [
        "frame": \.frame, "path": \.path, "title": \.title, "vendor": \.vendor, "hasVendor": { !$0.vendor.isEmpty },
        "description": \.description, "trail": \.trail, "gallery": \.gallery,
        "hasMorePictures": { $0.gallery.count > 1 }, "groups": \.groups, "hasChoice": { $0.choices.count > 1 }, "chosen": \.chosen,
        "attributes": \.attributes, "hasAttributes": { !$0.attributes.isEmpty },
        "typedQuantity": { $0.typedQuantity.isEmpty ? "1" : $0.typedQuantity }, "notices": \.notices,
        "isAvailable": { page in page.choices.contains { !$0.stock.isSoldOut } },
    ]
}

/// Variants that share the value of the first option: all sizes of one colour.
struct VariantGroup: Shown {
    /// `Colour: Black`; `nil` when there is one group only.
    let name: String?
    let choices: [VariantChoice]

    static let answers: Answers = ["name": \.name, "choices": \.choices]
}

/// A variant that can be chosen.
struct VariantChoice: Shown {
    let id: String
    let title: String
    let sku: String?
    let barcode: String?
    let price: PriceTag
    let stock: StockSign
    var isChosen = false

    static let answers: Answers = [
        "id": \.id, "title": \.title, "sku": \.sku, "barcode": \.barcode, "price": \.price, "stock": \.stock, "isChosen": \.isChosen,
    ]
}

/// What a product is like: `Weight: 2.4 kg`.
struct AttributeLine: Shown {
    let name: String
    let value: String
    let isYes: Bool
    let isNo: Bool

    static let answers: Answers = ["name": \.name, "value": \.value, "isYes": \.isYes, "isNo": \.isNo]

    init(name: String, value: AttributeValue) {
        self.name = name.prefix(1).uppercased() + name.dropFirst()
        isYes = value == .boolean(true)
        isNo = value == .boolean(false)
        self.value = value.description
    }
}
