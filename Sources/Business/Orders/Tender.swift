import Essentials
import Places

/// What a customer has handed over at a till.
public struct Tender: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case cash
        /// Taken by the card terminal beside the till, which knows nothing of Seam.
        case card
    }

    public let kind: Kind
    /// What was given: for cash more than what is due, the rest goes back.
    public let amount: Money
    /// What the terminal printed; empty for cash, and when nobody typed it.
    public let reference: String

    public init(_ kind: Kind, _ amount: Money, reference: String = "") {
        self.kind = kind
        self.amount = amount
        self.reference = String(reference.trimmed.prefix(60))
    }

    /// More than anybody splits a sale into.
    public static let most = 10
}

/// What a shop keeps of a tender once the change is given.
struct Taking: Sendable, Equatable {
    let kind: Tender.Kind
    let amount: Money
    let reference: String?
}

extension [Tender] {
    /// What the shop keeps of each for a sale of `total`: cards first, as they give no change; the rest is cash.
    /// - Throws: `OrdersRefusal.tender` when they do not make up the total, or cards exceed it.
    func takings(for total: Money) throws -> [Taking] {
        guard count <= Tender.most, allSatisfy({ $0.amount.currency == total.currency && $0.amount.minorUnits >= 0 }) else {
            throw OrdersRefusal.tender
        }
        let cards = filter { $0.kind == .card && $0.amount.minorUnits > 0 }
        let (carded, cash) = (try cards.sum(), try filter { $0.kind == .cash }.sum())
        let rest = total.minorUnits - carded
        guard rest >= 0, cash >= rest else { throw OrdersRefusal.tender }
        var takings = cards.map { Taking(kind: .card, amount: $0.amount, reference: $0.reference.isEmpty ? nil : $0.reference) }
        if rest > 0 || takings.isEmpty {
            takings.append(Taking(kind: .cash, amount: Money(minorUnits: rest, currency: total.currency), reference: nil))
        }
        return takings
    }

    private func sum() throws -> Int64 {
        try reduce(0) { sum, tender in
            let (next, overflow) = sum.addingReportingOverflow(tender.amount.minorUnits)
            guard !overflow else { throw OrdersRefusal.tender }
            return next
        }
    }
}

extension Tender.Kind {
    /// Where money of this kind lies afterwards.
    func place(at location: Location.ID) -> MoneyPlace {
        switch self {
        case .cash: .drawer(location)
        case .card: .terminal(location)
        }
    }

    /// The name under which payments of this kind are kept.
    public var provider: String {
        switch self {
        case .cash: Payment.cash
        case .card: Payment.terminal
        }
    }
}

extension Payment {
    /// The provider's name for coins and notes.
    public static let cash = "cash"
    /// The provider's name for the card terminal of a shop.
    public static let terminal = "terminal"
}
