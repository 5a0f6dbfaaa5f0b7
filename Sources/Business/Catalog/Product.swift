import Database
import Essentials

/// Something that is sold, in one or more variants.
public struct Product: Identified, Sendable, Equatable {
    public static let prefix = "prd"

    public enum Status: String, Storable, Codable, CaseIterable {
        /// Not sold yet; only staff see it.
        case draft
        case active
        /// No longer sold; orders and stock still refer to it.
        case archived
    }

    public let id: ID
    /// The order of creation in this database.
    let seq: Int64
    /// Its name in addresses, unique among products. Earlier ones lead here.
    public let handle: String
    public let title: String
    /// HTML, as the merchant wrote it; whoever shows it decides which elements it trusts.
    public let body: String
    public let vendor: String
    public let type: String
    public let tags: [String]
    public let status: Status
    /// What its variants differ in, at most three: `Size`, `Colour`. None when there is only one variant.
    public let options: [String]
    public let attributes: Attributes
    /// Grows by one with each change, so that nobody overwrites what they have not seen.
    public let version: Int64
    public let createdAt: Instant
    public let updatedAt: Instant
}
