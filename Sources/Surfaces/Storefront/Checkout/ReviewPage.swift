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
    var notices = FieldNotices()

    /// A line of it cannot be bought any more as it stands, so nothing of it can be paid.
    private var isBlocked: Bool { !isOver && lines.contains { $0.notice != nil } }
    private var isPayable: Bool { !isOver && !isBlocked }

    static let answers: Answers = [
        "frame": \.frame, "path": \.path, "lines": \.lines, "total": \.total, "address": \.address,
        "promise": { $0.isPayable ? $0.promise : nil }, "minutesLeft": { $0.isPayable ? $0.minutesLeft : nil },
        "hasExpired": { $0.minutesLeft == nil && $0.isPayable }, "expiresAt": \.expiresAt, "isOver": \.isOver,
        "isBlocked": \.isBlocked, "isChanged": { $0.isBlocked && $0.notices.isEmpty }, "isPayable": \.isPayable,
        "notices": \.notices,
    ]
}

/// Where it goes, as a letter says it.
struct AddressLines: Shown {
    let email: String
    let lines: [String]

    static let answers: Answers = ["email": \.email, "lines": \.lines]
}
