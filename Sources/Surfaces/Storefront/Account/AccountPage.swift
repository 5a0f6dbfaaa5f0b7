import Orders
import Web

/// What a customer sees of themselves: who they are here, and their orders.
struct AccountPage: Page {
    let frame: Frame
    let name: String
    let email: String
    let orders: [OrderLine]
    /// The address of the older ones.
    let older: String?

    static let answers: Answers = [
        "frame": \.frame, "name": \.name, "email": \.email, "orders": \.orders, "isEmpty": { $0.orders.isEmpty }, "older": \.older,
    ]
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
        total = order.total.formatted(in: shop.channel.language)
        state = order.state
    }
}
