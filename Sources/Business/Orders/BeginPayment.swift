import Catalog
import Channels
import Database
import Essentials

/// Notes that the provider is about to be asked, so that a crash in between loses no money.
/// - Throws: `OrdersRefusal.priceChanged` when a line costs something else by now: the shopper sees the new prices first;
///   `.paymentUnderWay` when an attempt is not settled; `.checkoutOver` when it was replaced.
func beginPayment(
    for id: Checkout.ID, with provider: PaymentProvider, on channel: Channel, in transaction: Transaction, world: World
) throws -> PaymentStep {
    let checkout = try Checkout.lock(id, in: transaction)
    if checkout.state == .placed, let order = try Order.find(checkout.order, in: transaction) { return .placed(order) }
    guard checkout.state == .open || checkout.state == .expired else { throw OrdersRefusal.checkoutOver }
    try Payment.refuseWhilePending(for: id, in: transaction)
    let lines = try checkout.verifiedLines(on: channel, in: transaction)
    let payment = Payment(
        id: world.id(), sale: id.bits, provider: provider.name, amount: checkout.total, state: .pending, reference: nil,
        createdAt: world.now)
    try payment.insert(in: transaction)
    return .ask(payment, contending: ContendedKey.variants(lines.map(\.variant)) + [.money(payment.amount.currency)])
}

enum PaymentStep: Sendable {
    case placed(Order)
    /// The provider is to be asked; placing the order will contend for these.
    case ask(Payment, contending: [ContendedKey])
}

extension Checkout {
    /// Its lines. A price that has changed meanwhile is shown before money is taken, and so is a line that is not sold any more.
    func verifiedLines(on channel: Channel, in transaction: Transaction) throws -> [SaleLine] {
        let lines = try SaleLine.of(id.bits, in: context.currency, in: transaction)
        let prices = try Price.selling(lines.map(\.variant), on: channel.priceList, in: transaction)
        for line in lines {
            guard let price = prices[line.variant] else { throw OrdersRefusal.notForSale }
            guard price.amount == line.unitPrice else { throw OrdersRefusal.priceChanged }
        }
        return lines
    }
}
