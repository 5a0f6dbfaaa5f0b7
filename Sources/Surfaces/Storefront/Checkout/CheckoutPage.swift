import Essentials
import Web

/// Who buys, and where it goes: the few fields between the cart and the payment.
struct CheckoutPage: ShopPage {
    let frame: Frame
    let lines: [SummaryLine]
    let total: String
    let countries: [Country]
    var promise: DeliveryPromise?
    var visit: StoreVisit?
    var typed = Fields()
    var notices = FieldNotices()

    static let answers: Answers = [
        "frame": \.frame, "lines": \.lines, "total": \.total, "countries": \.countries, "promise": \.promise,
        "visit": \.visit, "typed": \.typed, "notices": \.notices,
        "isRefused": { !$0.notices.isEmpty }, "troubles": \.notices.count,
    ]
}

/// What is bought, in one line.
struct SummaryLine: Shown {
    let title: String
    let quantity: Int64
    let total: String
    /// Why it cannot be bought as it stands here.
    var notice: Sentence?

    static let answers: Answers = ["title": \.title, "quantity": \.quantity, "total": \.total, "notice": \.notice]
}

/// A country that things can be sent to.
struct Country: Shown {
    /// ISO 3166-1, two letters.
    let code: String
    let name: String
    let isChosen: Bool

    static let answers: Answers = ["code": \.code, "name": \.name, "isChosen": \.isChosen]
}
