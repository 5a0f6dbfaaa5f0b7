import Catalog
import Essentials

/// What a cart costs now: a pure function of its lines and their prices.
public struct Quote: Sendable, Equatable {
    public struct Line: Sendable, Equatable {
        public let variant: SellableVariant
        public let quantity: Int64
        public let unitPrice: Money

        public var total: Money { unitPrice * quantity }
    }

    public let lines: [Line]
    public let subtotal: Money
    public var total: Money { subtotal }

    /// The highest sum in minor units: thousands of such orders still add up.
    static let highest: Int64 = 1_000_000_000_000_000

    /// - Throws: `OrdersRefusal.emptyCart`; `.notForSale` when a line may not be sold any more; `.tooMuch` when the sum
    ///   is beyond what an order may come to.
    public init(_ lines: [Cart.Line], of variants: [Variant.ID: SellableVariant], in currency: Currency) throws {
        guard !lines.isEmpty else { throw OrdersRefusal.emptyCart }
        self.lines = try lines.map { line in
            guard let variant = variants[line.variant], variant.isSellable, let price = variant.price?.amount,
                price.currency == currency
            else { throw OrdersRefusal.notForSale }
            return Line(variant: variant, quantity: line.quantity, unitPrice: price)
        }
        var sum: Int64 = 0
        for line in self.lines {
            let (product, over) = line.unitPrice.minorUnits.multipliedReportingOverflow(by: line.quantity)
            let (next, overflow) = sum.addingReportingOverflow(product)
            guard !over, !overflow, next <= Self.highest else { throw OrdersRefusal.tooMuch }
            sum = next
        }
        subtotal = Money(minorUnits: sum, currency: currency)
    }
}
