import Channels
import Customers
import Database
import Essentials
import Feed
import Secrets
import Staff

/// An order with all that belongs to it.
public struct OrderDetail: Sendable, Equatable {
    public let order: Order
    /// Who bought; `nil` at the till, after the person was erased, and for those whom it does not concern.
    public let contact: Contact?
    /// Whether there is a contact that the reader may not see.
    public let isContactWithheld: Bool
    /// The customer whom a till knew, where nobody left a contact with the order; told to the same people.
    public let customer: Customer?
    public let lines: [SaleLine]
    public let demand: [Demand]
    public let payments: [Payment]
    /// What happened to it, oldest first.
    public let history: [RecordedFact]

    /// The order that a link stands for: whoever holds it sees everything.
    public static func find(_ link: SecretToken, in snapshot: some Reading) throws -> OrderDetail? {
        try Order.find(link, in: snapshot).map { try load($0, in: snapshot) { _ in true } }
    }

    /// The order of this number, for whoever also knows the e-mail that it was placed with: sees everything. Callers keep
    /// people from trying many.
    public static func find(number: Int64, email: String, on channel: Channel.ID, in snapshot: some Reading) throws -> OrderDetail? {
        guard let order = try Order.find(number: number, in: snapshot), order.context.channel == channel else { return nil }
        let detail = try load(order, in: snapshot) { _ in true }
        return detail.contact?.email.lowercased() == email.trimmed.lowercased() ? detail : nil
    }

    /// The order as the actor may see it, in a number of statements that does not grow with it.
    ///
    /// Who bought is told to the customer and to those who work where it was sold or where its units come from.
    public static func load(_ order: Order, by actor: Actor, in snapshot: some Reading) throws -> OrderDetail {
        try load(order, in: snapshot) { demand in
            if case .customer(let bits) = actor.party, let buyer = order.customer {
                return try Customer.identities(of: Customer.ID(bits: bits), in: snapshot).contains(buyer)
            }
            let places = [order.context.location].compactMap(\.self) + demand.map(\.location)
            return actor.may(.associate) || places.contains { actor.may(.associate, at: $0.bits) }
        }
    }

    private static func load(
        _ order: Order, in snapshot: some Reading, ifContactIsFor concerns: ([Demand]) throws -> Bool
    ) throws -> OrderDetail {
        let demand = try Demand.of(order.id.bits, in: snapshot)
        let contact = try Contact.find(for: order.id.bits, in: snapshot)
        let account = contact == nil ? order.customer : nil
        let mayReadContact = try (contact != nil || account != nil) && concerns(demand)
        return try OrderDetail(
            order: order, contact: mayReadContact ? contact : nil, isContactWithheld: (contact != nil || account != nil) && !mayReadContact,
            customer: mayReadContact ? account.flatMap { try Customer.find($0, in: snapshot) } : nil,
            lines: SaleLine.of(order.id.bits, in: order.context.currency, in: snapshot), demand: demand,
            payments: Payment.of(order.id.bits, in: snapshot),
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
