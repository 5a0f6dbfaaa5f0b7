import Essentials

/// What one unit of a variant costs on a price list.
public struct Price: Sendable, Hashable {
    public let amount: Money
    /// What it cost before, or what is recommended; shown struck through when it is more than `amount`.
    public let compareAt: Money?

    public init(_ amount: Money, compareAt: Money? = nil) {
        self.amount = amount
        self.compareAt = compareAt
    }

    public var isReduced: Bool { (compareAt?.minorUnits ?? 0) > amount.minorUnits }

    /// The highest amount in minor units: ten billion euros. A full cart of them still has a sum.
    public static let highest: Int64 = 1_000_000_000_000

    /// - Throws: `CatalogRefusal.negativePrice`, `.priceTooHigh`, or `.otherCurrency` when it is not in the list's.
    func verify(for list: PriceList) throws {
        for money in [amount, compareAt].compactMap(\.self) {
            guard money.currency == list.currency else { throw CatalogRefusal.otherCurrency(money.currency, list: list.currency) }
            try Self.verify(money)
        }
    }

    /// - Throws: `CatalogRefusal.negativePrice`, `.priceTooHigh`.
    static func verify(_ amount: Money) throws(CatalogRefusal) {
        guard amount.minorUnits >= 0 else { throw .negativePrice }
        guard amount.minorUnits <= highest else { throw .priceTooHigh(Money(minorUnits: highest, currency: amount.currency)) }
    }
}
