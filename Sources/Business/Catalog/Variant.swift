import Database
import Essentials

/// One form of a product that can be stocked and sold.
public struct Variant: Identified, Sendable, Equatable {
    public static let prefix = "var"
    public static let mostOptions = 3

    /// What happens when the last unit is sold.
    public enum WhenSoldOut: String, Storable, Codable, CaseIterable {
        case deny
        /// It is sold on back-order.
        case backorder
    }

    public let id: ID
    public let product: Product.ID
    /// One value for each of the product's options.
    public let options: [String]
    /// The retailer's own number, unique among the variants that are not archived.
    public let sku: String?
    /// A GTIN as printed, leading zeros and all; its check digit holds.
    public let barcode: String?
    /// Shipping weight.
    public let grams: Int64?
    public let isTaxable: Bool
    public let requiresShipping: Bool
    public let whenSoldOut: WhenSoldOut
    /// Whether stock is counted; what is not counted never runs out.
    public let isTracked: Bool
    /// The picture that shows this variant, when it has one of its own.
    public let media: Media.ID?
    public let archivedAt: Instant?

    /// `Small / Blue`; empty for the only variant of a product without options.
    public var title: String { options.joined(separator: " / ") }
    public var isArchived: Bool { archivedAt != nil }
}
