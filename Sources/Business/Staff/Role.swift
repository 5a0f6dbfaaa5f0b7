import Database
import Essentials

/// What somebody may do, from least to most.
public enum Role: String, Sendable, CaseIterable, Comparable, Storable {
    /// Sells, serves and counts.
    case associate
    /// Runs a location, and its associates.
    case manager
    /// Everything, and who may do what.
    case owner

    public static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }

    /// What people call it.
    public var name: Sentence {
        switch self {
        case .associate: "Associate"
        case .manager: "Manager"
        case .owner: "Owner"
        }
    }

    private var rank: Int {
        switch self {
        case .associate: 0
        case .manager: 1
        case .owner: 2
        }
    }
}
