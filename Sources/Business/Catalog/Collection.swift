import Database
import Essentials

/// Products that belong together, put there by hand or by a rule.
public struct Collection: Identified, Sendable, Equatable {
    public static let prefix = "col"

    /// The order in which a shopper first sees it.
    public enum Sort: String, Storable, Codable, CaseIterable {
        /// As arranged by hand; newest first where a rule fills it.
        case manual
        case title
        case titleDescending
        case price
        case priceDescending
        case newest
    }

    public let id: ID
    /// Its name in addresses, unique among collections. Earlier ones lead here.
    public let handle: String
    public let title: String
    /// HTML, as the merchant wrote it.
    public let description: String
    public let image: MediaDraft?
    public let sort: Sort
    /// `nil` for one that is filled by hand.
    public let rule: CollectionRule?
    public let version: Int64
    public let createdAt: Instant
    public let updatedAt: Instant
    public let archivedAt: Instant?
}
