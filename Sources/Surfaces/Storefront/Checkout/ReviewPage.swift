import Essentials
import Web

/// A checkout before it is paid: what is bought, where it goes, and how long its units are kept.
struct ReviewPage: ShopPage {
    let frame: Frame
    /// `/checkout/{secret}`
    let path: String
    let lines: [SummaryLine]
    let total: String
    let address: AddressLines?
    var promise: DeliveryPromise?
    /// Whole minutes that are left, rounded up; `nil` when the time has run out.
    let minutesLeft: Int64?
    /// RFC 3339
    let expiresAt: String
    /// It was begun again from the cart, so this one is over.
    let isOver: Bool
    /// The token that was chosen before, when the payment was declined.
    var isDeclined = false
    var notices = FieldNotices()

    static let answers: Answers = [
        "frame": \.frame, "path": \.path, "lines": \.lines, "total": \.total, "address": \.address, "promise": \.promise,
        "minutesLeft": \.minutesLeft,
        "hasExpired": { $0.minutesLeft == nil && !$0.isOver }, "expiresAt": \.expiresAt,
        "isOver": \.isOver, "notices": \.notices,
    ]
}

/// Where it goes, as a letter says it.
struct AddressLines: Shown {
    let email: String
    let lines: [String]

    static let answers: Answers = ["email": \.email, "lines": \.lines]
}
