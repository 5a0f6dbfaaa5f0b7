import Orders
import Web

/// What a customer sees of themselves: who they are here, their orders, and where things can be sent.
struct AccountPage: ShopPage {
    let frame: Frame
    let name: String
    let email: String
    let orders: [OrderLine]
    /// The address of the older ones.
    let older: String?
    let addresses: [BookedAddress]
    let countries: [Country]
    /// A new address that was refused.
    var typed = Fields()
    var notices = FieldNotices()

    static let answers: Answers = [
        "frame": \.frame, "name": \.name, "email": \.email, "orders": \.orders, "isEmpty": { $0.orders.isEmpty }, "older": \.older,
        "addresses": \.addresses, "countries": \.countries, "typed": \.typed, "notices": \.notices,
        "isRefused": { !$0.notices.isEmpty },
    ]
}

/// An address in the customer's book.
struct BookedAddress: Shown {
    /// `/account/addresses/{id}`
    let path: String
    let lines: [String]

    static let answers: Answers = ["path": \.path, "lines": \.lines, "first": { $0.lines.first }]
}

/// An order in a list.
struct OrderLine: Shown {
    let number: Int64
    let path: String
    let placedAt: String
    let placedAtExactly: String
    let total: String
    let state: Order.State

    static let answers: Answers = [
        "number": \.number, "path": \.path, "placedAt": \.placedAt, "placedAtExactly": \.placedAtExactly, "total": \.total,
        "isPlaced": { $0.state == .placed }, "isCompleted": { $0.state == .completed }, "isCancelled": { $0.state == .cancelled },
    ]
}

extension OrderLine {
    init(_ order: Order, in shop: WebShop) {
        number = order.number
        path = "/account/orders/\(order.number)"
        placedAt = shop.said(order.placedAt)
        placedAtExactly = order.placedAt.rfc3339
        total = order.total.formatted(in: shop.language)
        state = order.state
    }
}
