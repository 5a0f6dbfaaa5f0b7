import Database
import Essentials
import Feed

/// An order with all that belongs to it.
public struct OrderDetail: Sendable, Equatable {
    public let order: Order
    /// Who bought; `nil` at the till, and after the person was erased.
    public let contact: Contact?
    public let lines: [SaleLine]
    public let demand: [Demand]
    public let payments: [Payment]
    /// What happened to it, oldest first.
    public let history: [RecordedFact]

    /// In a number of statements that does not grow with the order.
    public static func load(_ order: Order, in snapshot: some Reading) throws -> OrderDetail {
        try OrderDetail(
            order: order, contact: Contact.find(for: order.id.bits, in: snapshot),
            lines: SaleLine.of(order.id.bits, in: order.context.currency, in: snapshot),
            demand: Demand.of(order.id.bits, in: snapshot), payments: Payment.of(order.id.bits, in: snapshot),
            history: Feed.facts(about: order.id.bits, limit: 100, in: snapshot).reversed())
    }
}

/// A checkout with what the shopper needs to see before paying.
public struct CheckoutDetail: Sendable, Equatable {
    public let checkout: Checkout
    public let contact: Contact?
    public let lines: [SaleLine]

    public static func load(_ checkout: Checkout, in snapshot: some Reading) throws -> CheckoutDetail {
        try CheckoutDetail(
            checkout: checkout, contact: Contact.find(for: checkout.id.bits, in: snapshot),
            lines: SaleLine.of(checkout.id.bits, in: checkout.context.currency, in: snapshot))
    }
}
