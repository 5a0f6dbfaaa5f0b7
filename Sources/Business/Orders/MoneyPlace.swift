import Database
import Essentials
import Feed
import Ledger
import Places

/// Where money lies.
public enum MoneyPlace: Sendable, Equatable {
    /// With a payment provider that owes it to the retailer.
    case provider(String)
    /// In the cash drawer of a shop.
    case drawer(Location.ID)
    /// Taken by the card terminal of a shop: its acquirer owes it to the retailer.
    case terminal(Location.ID)

    /// A provider's name is packed into the key: at most 15 bytes of it, behind a length.
    var key: UInt128 {
        switch self {
        case .drawer(let location), .terminal(let location): location.bits
        case .provider(let name): name.utf8.prefix(15).reduce(UInt128(0xff)) { $0 << 8 | UInt128($1) }
        }
    }

    /// A shop's drawer and its terminal are at one place, in two states.
    var state: AccountState {
        switch self {
        case .provider, .drawer: AccountState(rawValue: 1)
        case .terminal: AccountState(rawValue: 2)
        }
    }
}

extension Currency {
    /// The item under which the ledger counts it: its three letters.
    var item: UInt128 { code.utf8.reduce(0) { $0 << 8 | UInt128($1) } }
}

extension AccountKey {
    static func money(_ currency: Currency, at place: MoneyPlace) -> AccountKey {
        AccountKey(.money, item: currency.item, state: place.state, at: place.key)
    }

    /// What customers have paid, all in all: it runs below zero by that.
    static func customers(_ currency: Currency) -> AccountKey {
        AccountKey(.money, item: currency.item, state: .outside, at: 1)
    }
}

extension Booking {
    /// What a customer has paid.
    init(_ amount: Money, at place: MoneyPlace, in transaction: Transaction) throws {
        let transfer: [Transfer] =
            amount.minorUnits > 0
            ? [Transfer(amount.minorUnits, from: .customers(amount.currency), to: .money(amount.currency, at: place))] : []
        try self.init(transfer, in: transaction)
    }

    func enter(for order: Order.ID, by origin: Origin, in transaction: Transaction, world: World) throws {
        try enter(as: Posting(order.bits, reason: "payment.captured", by: origin), in: transaction, world: world)
    }
}

extension Ledger {
    /// Books what a customer has got back.
    static func giveBack(
        _ amount: Money, for order: Order.ID, from place: MoneyPlace, by origin: Origin, in transaction: Transaction, world: World
    ) throws {
        guard amount.minorUnits > 0 else { return }
        let transfer = Transfer(amount.minorUnits, from: .money(amount.currency, at: place), to: .customers(amount.currency))
        try post([transfer], as: Posting(order.bits, reason: "payment.refunded", by: origin), in: transaction, world: world)
    }
}
