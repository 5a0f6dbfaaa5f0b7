import Essentials

public enum LedgerRefusal: Refusal, Equatable {
    /// Less is free than was asked for.
    case short([Shortage])
    /// The hold has no such quantity left to capture.
    case spent
    /// There is no such hold.
    case unknownHold

    public struct Shortage: Sendable, Equatable {
        public let account: AccountKey
        public let wanted: Int64
        /// What could have been had; never below zero.
        public let free: Int64

        public init(account: AccountKey, wanted: Int64, free: Int64) {
            self.account = account
            self.wanted = wanted
            self.free = free
        }
    }

    public var code: String {
        switch self {
        case .short: "ledger.short"
        case .spent: "ledger.spent"
        case .unknownHold: "ledger.unknown_hold"
        }
    }

    public var kind: RefusalKind { .conflict }

    public var sentence: Sentence {
        switch self {
        case .short(let shortages): "There is less than that: \(shortages.map { "\($0.free)/\($0.wanted)" }.joined(separator: ", "))."
        case .spent: "This was captured already."
        case .unknownHold: "There is no such hold."
        }
    }
}
