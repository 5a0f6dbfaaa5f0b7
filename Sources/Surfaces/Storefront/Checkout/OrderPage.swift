import Orders
import Web

/// An order as its buyer sees it.
struct OrderPage: ShopPage {
    let frame: Frame
    let number: Int64
    let placedAt: String
    /// RFC 3339
    let placedAtExactly: String
    let state: Order.State
    let lines: [SummaryLine]
    let total: String
    /// `nil` at the till, and after the person was erased.
    let address: AddressLines?
    /// While it is on its way.
    var promise: DeliveryPromise?
    /// Whoever has the address of this page sees the order.
    var isByLink = false

    static let answers: Answers = [
        "frame": \.frame, "number": \.number, "placedAt": \.placedAt, "placedAtExactly": \.placedAtExactly,
        "isPlaced": { $0.state == .placed }, "isCompleted": { $0.state == .completed }, "isCancelled": { $0.state == .cancelled },
        "lines": \.lines, "total": \.total, "address": \.address, "promise": \.promise, "isByLink": \.isByLink,
    ]
}

extension OrderPage {
    init(_ detail: OrderDetail, frame: Frame, in shop: WebShop) {
        let language = shop.language
        self.frame = frame
        number = detail.order.number
        placedAt = shop.said(detail.order.placedAt)
        placedAtExactly = detail.order.placedAt.rfc3339
        state = detail.order.state
        lines = detail.lines.map { SummaryLine($0, in: language) }
        total = detail.order.total.formatted(in: language)
        address = detail.contact.map { AddressLines($0, in: language) }
        promise = detail.order.state == .placed ? DeliveryPromise(in: shop, ordered: detail.order.placedAt) : nil
    }
}
