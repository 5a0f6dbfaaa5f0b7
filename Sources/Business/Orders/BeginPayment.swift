import Catalog
import Channels
import Database
import Essentials

/// Notes that the provider is about to be asked, so that a crash in between loses no money.
/// - Throws: `OrdersRefusal.priceChanged` when a line costs something else by now: the shopper sees the new prices first;
///   `.paymentUnderWay` when an attempt is not settled; `.checkoutOver` when it was replaced.
func beginPayment(
    for name: Checkout.Name, with provider: PaymentProvider, on channel: Channel, in transaction: Transaction, world: World
) throws -> PaymentStep {
    let found = try Checkout.askLocked(name, in: transaction)
    let attempts = try Payment.askStates(for: name, in: transaction)
    let lines = try SaleLine.askPrices(of: name, in: transaction)
    guard let checkout = try found.first() else { throw OrdersRefusal.noCheckout }
    if checkout.state == .placed, let order = try Order.find(checkout.order, in: transaction) { return .placed(order) }
    guard checkout.state == .open || checkout.state == .expired else { throw OrdersRefusal.checkoutOver }
    guard try !attempts.rows().contains(.pending) else { throw OrdersRefusal.paymentUnderWay }
    try checkout.verify(lines.rows(), on: channel, in: transaction)
    let payment = Payment(
        id: world.id(), sale: checkout.id.bits, provider: provider.name, amount: checkout.total, state: .pending, reference: nil,
        createdAt: world.now)
    try payment.insert(in: transaction)
    let variants = try lines.rows().map(\.variant)
    return .ask(payment, contending: ContendedKey.variants(variants) + [.money(payment.amount.currency, of: payment.sale)])
}

enum PaymentStep: Sendable {
    case placed(Order)
    /// The provider is to be asked; placing the order will contend for these.
    case ask(Payment, contending: [ContendedKey])
}

extension Checkout {
    /// A price that has changed meanwhile is shown before money is taken, and so is a line that is not sold any more.
    fileprivate func verify(_ lines: [SaleLine.UnitPrice], on channel: Channel, in transaction: Transaction) throws {
        let prices = try Price.selling(lines.map(\.variant), on: channel.priceList, in: transaction)
        for line in lines {
            guard let price = prices[line.variant] else { throw OrdersRefusal.notForSale }
            guard price.amount == Money(minorUnits: line.minorUnits, currency: context.currency) else { throw OrdersRefusal.priceChanged }
        }
    }
}

extension SaleLine {
    /// What a unit of a line costs, in the currency of its sale.
    fileprivate struct UnitPrice {
        let variant: Variant.ID
        let minorUnits: Int64
    }

    fileprivate static func askPrices(of name: Checkout.Name, in transaction: Transaction) throws -> Asked<UnitPrice> {
        try transaction.ask("SELECT variant, unit_price FROM sale_line WHERE sale = \(sql: name.id) ORDER BY position") {
            try UnitPrice(variant: $0.next(), minorUnits: $0.next())
        }
    }
}
