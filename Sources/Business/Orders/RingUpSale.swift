import Catalog
import Channels
import Customers
import Database
import Essentials
import Inventory
import Ledger
import Staff

/// A sale over the counter, as the till has made it. It has happened: the customer has the goods.
public struct TillSale: Sendable, Equatable {
    public struct Line: Sendable, Equatable {
        public let variant: Variant.ID
        public let quantity: Int64
        /// What the till sold one unit for.
        public let unitPrice: Money

        public init(_ variant: Variant.ID, quantity: Int64, unitPrice: Money) {
            self.variant = variant
            self.quantity = quantity
            self.unitPrice = unitPrice
        }
    }

    /// Made on the device, so that sending the sale again makes no second one.
    public let id: Order.ID
    public let lines: [Line]
    /// What the customer gave in cash; the change is what it is more than the total.
    public let cash: Money
    /// When the till rang it up.
    public let at: Instant
    public let customer: Customer.ID?

    public init(id: Order.ID, lines: [Line], cash: Money, at: Instant, customer: Customer.ID? = nil) {
        self.id = id
        self.lines = lines
        self.cash = cash
        self.at = at
        self.customer = customer
    }
}

/// Books a sale that a till has made. Units that the books do not have are found, never refused.
///
/// Ringing up the same sale twice returns the first order.
/// - Parameter context: the channel, the shop, the associate and the device.
/// - Throws: `StaffRefusal.forbidden` without a role in that shop; `OrdersRefusal.emptyCart`, `.quantity`, `.notForSale`
///   for what the catalogue does not know, `.tender`, `.saleDiffers` when the id belongs to another sale.
public func ringUp(
    _ sale: TillSale, in context: SaleContext, on channel: Channel, by actor: Actor, in transaction: Transaction, world: World
) throws -> Order {
    guard let location = context.location else { throw OrdersRefusal.noOrder }
    try actor.require(.associate, at: location.bits)
    if let rungUp = try Order.find(sale.id, in: transaction) { return try rungUp.verified(as: sale, in: transaction) }

    let variants = try SellableVariant.find(sale.lines.map(\.variant), on: channel.priceList, in: transaction)
    let lines = try sale.saleLines(of: variants, in: context.currency)
    let total = try sale.total(in: context.currency)
    guard sale.cash.currency == context.currency, sale.cash >= total else { throw OrdersRefusal.tender }
    let new = NewOrder(
        id: sale.id, digest: nil, customer: sale.customer, context: context, pool: channel.pool, total: total, state: .completed,
        placedAt: min(sale.at, world.now))
    guard let order = try new.insert(in: transaction) else { throw OrdersRefusal.saleDiffers }
    try SaleLine.insert(lines, of: sale.id.bits, in: transaction)
    try Demand.insert(
        lines.map {
            Demand(
                position: $0.position, part: 0, variant: $0.variant, quantity: $0.quantity, location: location, hold: nil, allowance: nil)
        }, of: sale.id.bits, in: transaction)
    let tracked = lines.filter { variants[$0.variant]?.isTracked == true }.map { StockLine($0.variant, $0.quantity) }
    if !tracked.isEmpty {
        try sellFromShelf(
            tracked, at: location, pool: channel.pool, of: sale.id.bits, by: actor.origin, in: transaction, world: world)
    }
    let payment = Payment(
        id: world.id(), sale: sale.id.bits, provider: Payment.cash, amount: total, state: .captured, reference: nil, createdAt: world.now)
    try payment.insert(in: transaction)
    try Ledger.take(total, for: order.id, at: .drawer(location), by: actor.origin, in: transaction, world: world)
    try OrderPlaced(order, lines: lines).record(by: actor.origin, in: transaction, world: world)
    return order
}

extension TillSale {
    fileprivate func saleLines(of variants: [Variant.ID: SellableVariant], in currency: Currency) throws -> [SaleLine] {
        guard !lines.isEmpty else { throw OrdersRefusal.emptyCart }
        guard lines.count <= Cart.mostLines else { throw OrdersRefusal.cartFull }
        return try lines.enumerated().map { position, line in
            guard let variant = variants[line.variant], line.unitPrice.currency == currency else { throw OrdersRefusal.notForSale }
            guard line.quantity > 0, line.quantity <= Cart.mostUnits, line.unitPrice.minorUnits >= 0 else { throw OrdersRefusal.quantity }
            return SaleLine(
                position: position, variant: line.variant, title: variant.title, sku: variant.sku, quantity: line.quantity,
                unitPrice: line.unitPrice, listPrice: variant.price?.amount ?? line.unitPrice)
        }
    }

    fileprivate func total(in currency: Currency) throws -> Money {
        var sum: Int64 = 0
        for line in lines {
            let (product, over) = line.unitPrice.minorUnits.multipliedReportingOverflow(by: line.quantity)
            let (next, overflow) = sum.addingReportingOverflow(product)
            guard !over, !overflow else { throw OrdersRefusal.tooMuch }
            sum = next
        }
        return Money(minorUnits: sum, currency: currency)
    }
}

extension Order {
    /// The order that was rung up before, if it is the same sale.
    fileprivate func verified(as sale: TillSale, in transaction: Transaction) throws -> Order {
        let lines = try SaleLine.of(id.bits, in: context.currency, in: transaction)
        let isSame = lines.elementsEqual(sale.lines) {
            $0.variant == $1.variant && $0.quantity == $1.quantity && $0.unitPrice == $1.unitPrice
        }
        guard isSame else { throw OrdersRefusal.saleDiffers }
        return self
    }
}

extension Payment {
    /// The provider's name for coins and notes.
    public static let cash = "cash"
}
