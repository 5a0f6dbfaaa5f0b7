import Essentials
import Tables

/// The columns of the product CSV that Shopify exports, as far as Seam keeps them, in the order in which it writes
/// them, and one column of its own for attributes. Others are passed over.
enum ProductField: Int, CaseIterable {
    case handle, title, body, vendor, type, tags, published
    case option1Name, option1Value, option2Name, option2Value, option3Name, option3Value
    case sku, grams, tracker, policy, fulfillment, price, compareAt, requiresShipping, taxable, barcode
    case imageSource, imagePosition, imageAlt, variantImage
    case status, attributes

    var column: String {
        switch self {
        case .handle: "Handle"
        case .title: "Title"
        case .body: "Body (HTML)"
        case .vendor: "Vendor"
        case .type: "Type"
        case .tags: "Tags"
        case .published: "Published"
        case .option1Name: "Option1 Name"
        case .option1Value: "Option1 Value"
        case .option2Name: "Option2 Name"
        case .option2Value: "Option2 Value"
        case .option3Name: "Option3 Name"
        case .option3Value: "Option3 Value"
        case .sku: "Variant SKU"
        case .grams: "Variant Grams"
        case .tracker: "Variant Inventory Tracker"
        case .policy: "Variant Inventory Policy"
        case .fulfillment: "Variant Fulfillment Service"
        case .price: "Variant Price"
        case .compareAt: "Variant Compare At Price"
        case .requiresShipping: "Variant Requires Shipping"
        case .taxable: "Variant Taxable"
        case .barcode: "Variant Barcode"
        case .imageSource: "Image Src"
        case .imagePosition: "Image Position"
        case .imageAlt: "Image Alt Text"
        case .variantImage: "Variant Image"
        case .status: "Status"
        case .attributes: "Attributes (JSON)"
        }
    }

    static let required: [ProductField] = [.handle, .title, .price]
    static let optionNames: [ProductField] = [.option1Name, .option2Name, .option3Name]
    static let optionValues: [ProductField] = [.option1Value, .option2Value, .option3Value]
    /// A row behind a product's first one is a variant when any of these is there; otherwise it is a picture only.
    static let variant: [ProductField] = optionValues + [.sku, .grams, .price, .compareAt, .barcode]

    /// The column that a refusal of a draft's field is about.
    static func column(of field: String?) -> String? {
        switch field?.split(separator: ".").last {
        case "handle": handle.column
        case "title": title.column
        case "body": body.column
        case "vendor": vendor.column
        case "type": type.column
        case "tags": tags.column
        case "options": option1Value.column
        case "attributes": attributes.column
        case "sku": sku.column
        case "barcode": barcode.column
        case "grams": grams.column
        case "price": price.column
        case "url": imageSource.column
        case "alt": imageAlt.column
        default: nil
        }
    }
}

/// Where each column is in one file.
struct ProductColumns: Sendable {
    /// By `ProductField`'s raw value.
    private let positions: [Int?]

    /// - Throws: `TableRefusal` when a required column is missing, or one is there twice.
    init(_ header: CSVHeader) throws {
        try header.require(ProductField.required.map(\.column))
        positions = try ProductField.allCases.map { try header.optionalColumn($0.column)?.position }
    }

    func has(_ field: ProductField) -> Bool { positions[field.rawValue] != nil }

    /// The cell without white space around it; empty when the file has no such column.
    func text(_ field: ProductField, in record: CSVRecord) -> String {
        guard let position = positions[field.rawValue], !record.bytes(at: position).isEmpty else { return "" }
        return record[position].trimmed
    }

    func isEmpty(_ field: ProductField, in record: CSVRecord) -> Bool {
        positions[field.rawValue].map { record.bytes(at: $0).isEmpty } ?? true
    }
}
