import Catalog
import Customers
import Essentials

/// A sale over the counter, as the till has made it. It has happened: the customer has the goods.
public struct TillSale: Sendable, Equatable {
    public struct Line: Sendable, Equatable {
        public let variant: Variant.ID
        public let quantity: Int64
        /// What the till sold one unit for.
        public let unitPrice: Money
        /// What was taken off the line as a whole: its share of a discount on the sale.
        public let discount: Money
        /// Why it was sold for less than it costs.
        public let reason: ReductionReason?
        /// What the associate wrote beside it.
        public let note: String

        public init(
            _ variant: Variant.ID, quantity: Int64, unitPrice: Money, discount: Money? = nil, reason: ReductionReason? = nil,
            note: String = ""
        ) {
            self.variant = variant
            self.quantity = quantity
            self.unitPrice = unitPrice
            self.discount = discount ?? .zero(unitPrice.currency)
            self.reason = reason
            self.note = note
        }
    }

    /// Made on the device, so that sending the sale again makes no second one.
    public let id: Order.ID
    public let lines: [Line]
    /// What the customer gave; the change is what its cash is more than the total.
    public let tenders: [Tender]
    /// When the till rang it up.
    public let at: Instant
    public let customer: Customer.ID?
    /// What the associate wrote about the sale as a whole.
    public let note: String

    public init(
        id: Order.ID, lines: [Line], tenders: [Tender], at: Instant, customer: Customer.ID? = nil, note: String = ""
    ) {
        self.id = id
        self.lines = lines
        self.tenders = tenders
        self.at = at
        self.customer = customer
        self.note = note
    }

    /// A sale that was paid in cash.
    public init(id: Order.ID, lines: [Line], cash: Money, at: Instant, customer: Customer.ID? = nil) {
        self.init(id: id, lines: lines, tenders: [Tender(.cash, cash)], at: at, customer: customer)
    }
}

extension TillSale {
    /// A till that is offline keeps its sales no longer than this.
    private static let keptAtMost = Duration.days(31)

    /// When it was made, as far as the device can be believed: a clock that runs ahead or that began anew says now.
    func made(by now: Instant) -> Instant { (now - Self.keptAtMost...now).contains(at) ? at : now }
}

extension TillSale {
    /// Its lines with the words and prices of the catalogue.
    /// - Throws: `OrdersRefusal.emptyCart`, `.cartFull`, `.notForSale`, `.quantity`, `.tooMuch`.
    func saleLines(of variants: [Variant.ID: SellableVariant], in currency: Currency) throws -> [SaleLine] {
        guard !lines.isEmpty else { throw OrdersRefusal.emptyCart }
        guard lines.count <= Cart.mostLines else { throw OrdersRefusal.cartFull }
        return try lines.enumerated().map { position, line in
            guard let variant = variants[line.variant], line.unitPrice.currency == currency, line.discount.currency == currency else {
                throw OrdersRefusal.notForSale
            }
            guard line.quantity > 0, line.quantity <= Cart.mostUnits, line.unitPrice.minorUnits >= 0 else { throw OrdersRefusal.quantity }
            guard line.unitPrice.minorUnits <= Price.highest else { throw OrdersRefusal.tooMuch }
            let full = line.unitPrice.minorUnits * line.quantity
            guard line.discount.minorUnits >= 0, line.discount.minorUnits <= full else { throw OrdersRefusal.tooMuch }
            return SaleLine(
                position: position, variant: line.variant, title: variant.title, sku: variant.sku, quantity: line.quantity,
                unitPrice: line.unitPrice, listPrice: variant.price?.amount ?? line.unitPrice, discount: line.discount, reason: line.reason)
        }
    }

    /// Whether an order's lines are these.
    func isSame(as kept: [SaleLine]) -> Bool {
        kept.elementsEqual(lines) {
            $0.variant == $1.variant && $0.quantity == $1.quantity && $0.unitPrice == $1.unitPrice && $0.discount == $1.discount
        }
    }
}

extension [SaleLine] {
    /// - Throws: `OrdersRefusal.tooMuch` for what no order holds.
    func sum(in currency: Currency) throws -> Money {
        var sum: Int64 = 0
        for line in self {
            let (next, overflow) = sum.addingReportingOverflow(line.total.minorUnits)
            guard !overflow, next <= Quote.highest else { throw OrdersRefusal.tooMuch }
            sum = next
        }
        return Money(minorUnits: sum, currency: currency)
    }
}

extension TillSale {
    /// The same sale, to whom it was sold as they are known today.
    public func bought(by customer: Customer.ID?) -> TillSale {
        TillSale(id: id, lines: lines, tenders: tenders, at: at, customer: customer, note: note)
    }
}
