import Database
import Essentials
import Places
import Settings
import Staff

/// Why something was sold for less than its price.
public enum ReductionReason: String, Storable, CaseIterable, Codable {
    case damaged
    /// Another shop sells it for that.
    case priceMatch = "price_match"
    /// To make up for something.
    case goodwill
    case staff
    case other
}

/// What a sale was sold for less than its list prices.
public struct Reduction: Sendable, Equatable {
    public let amount: Money
    /// What all of it costs by the list.
    public let list: Money

    /// Whether it is at most so many per cent of the list prices: `ShopSettings.reductionPercent` is what an associate may
    /// give without a manager.
    public func isSmall(upTo percent: Int64) -> Bool {
        Int128(amount.minorUnits) * 100 <= Int128(list.minorUnits) * Int128(percent)
    }
}

extension [SaleLine] {
    /// What they were sold for less than the list prices of the moment; what was sold for more makes up for nothing.
    func reduction(in currency: Currency) throws -> Reduction {
        var (amount, list): (Int64, Int64) = (0, 0)
        for line in self {
            let (full, over) = line.listPrice.minorUnits.multipliedReportingOverflow(by: line.quantity)
            let (next, overflow) = list.addingReportingOverflow(full)
            guard !over, !overflow else { throw OrdersRefusal.tooMuch }
            list = next
            amount += Swift.max(0, full - line.total.minorUnits)
        }
        return Reduction(amount: Money(minorUnits: amount, currency: currency), list: Money(minorUnits: list, currency: currency))
    }
}

extension Reduction {
    /// - Throws: `OrdersRefusal.needsApproval` when it is more than `actor` may give, and no manager of the shop has let it pass.
    func requireAuthority(of actor: Actor, for sale: Order.ID, at location: Location.ID, in transaction: Transaction) throws {
        if amount.minorUnits == 0 || actor.may(.manager, at: location.bits) { return }
        let percent = try ShopSettings.find(in: transaction).reductionPercent
        if isSmall(upTo: percent) { return }
        let isApproved = try transaction.exists(
            """
            SELECT 1 FROM sale_approval
            WHERE sale = \(sale) AND location = \(location) AND currency = \(amount.currency.code) AND most >= \(amount.minorUnits)
            """)
        guard isApproved else { throw OrdersRefusal.needsApproval(percent) }
    }
}
