import Database
import Essentials

/// Somebody who buys, whether they ever signed in or not.
///
/// Two customers that turn out to be one person are merged by pointer: the id that was absorbed keeps working everywhere,
/// and every read of it ends at the one that survived.
public struct Customer: Identified, Sendable, Equatable {
    public static let prefix = "cus"

    public enum Kind: String, Sendable, Storable {
        /// Known from what they left at a checkout.
        case guest
        /// Has a password of their own.
        case registered
    }

    /// The surviving id, whichever was asked for.
    public let id: ID
    public let kind: Kind
    /// `nil` once erased.
    public let name: String?
    /// BCP 47: the language in which they shop.
    public let language: String
    public let createdAt: Instant
    public let erasedAt: Instant?
}

/// What a guest leaves at a checkout.
public struct GuestDraft: Sendable {
    public var name: String
    public var email: String?
    public var phone: String?
    public var language: String

    public init(name: String, email: String? = nil, phone: String? = nil, language: String) {
        self.name = name
        self.email = email
        self.phone = phone
        self.language = language
    }
}
