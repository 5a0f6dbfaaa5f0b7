import Database
import Essentials
import Secrets

/// Somebody who works here.
public struct StaffMember: Identified, Sendable, Equatable {
    public static let prefix = "stf"

    public enum Status: String, Sendable, Storable {
        case active
        /// Works here no more: signs in nowhere, but what they did keeps their id.
        case archived
    }

    public let id: ID
    public let name: String
    /// What they sign in with; no two people share one.
    public let email: String
    /// BCP 47: the language of their pages.
    public let language: String
    public let status: Status
    public let hasPassword: Bool
    /// Whether they can sign in at a till's keypad.
    public let hasPIN: Bool
    public let createdAt: Instant
}

/// What is said about somebody new.
public struct StaffDraft: Sendable {
    public var name: String
    public var email: String
    public var language: String
    public var password: PasswordHash?
    public var pin: PasswordHash?
    public var grants: [Grant]

    public init(
        name: String, email: String, language: String = "en", password: PasswordHash? = nil, pin: PasswordHash? = nil,
        grants: [Grant] = []
    ) {
        self.name = name
        self.email = email
        self.language = language
        self.password = password
        self.pin = pin
        self.grants = grants
    }
}
