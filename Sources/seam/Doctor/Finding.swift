import Catalog
import Essentials
import Inventory
import Ledger
import Orders
import Places

extension LedgerDifference {
    /// What is wrong, in one line, and the transfer that would mend it.
    var finding: String {
        switch self {
        case .unbalanced(let book, let item, let sum):
            "ledger: the balances of \(book) \(book.name(of: item)) sum to \(sum) instead of 0. "
                + "Mend: move \(abs(sum)) between outside and where a count says otherwise."
        case .balance(let account, let entries):
            "ledger: \(account.key.words) has \(account.balance), its entries say \(entries). "
                + "Mend: \(mending(account, from: account.balance, to: entries))"
        case .held(let account, let holds):
            "ledger: \(account.key.words) holds \(account.held), its open holds say \(holds). "
                + "Mend: set what is held to \(holds)."
        case .belowFloor(let account):
            "ledger: \(account.key.words) has \(account.free) free, below its floor of \(account.floor.map(String.init) ?? "none"). "
                + "Mend: \(mending(account, from: account.free, to: account.floor ?? 0))"
        case .strayEntry(let id): "ledger: entry \(id) names an account that is not there."
        case .unnamedEntry(let id): "ledger: entry \(id) has no reason or no actor."
        }
    }

    private func mending(_ account: Account, from: Int64, to: Int64) -> String {
        to > from
            ? "move \(to - from) from the world to \(account.key.words)." : "move \(from - to) from \(account.key.words) to the world."
    }
}

extension OrderDifference {
    var finding: String {
        switch self {
        case .total(let order, let lines, let total): "orders: the lines of \(order) sum to \(lines.plain), its total is \(total.plain)."
        case .paid(let order, let payments, let total): "orders: \(order) was paid \(payments.plain) of \(total.plain)."
        case .booked(let order, let ledger, let payments):
            "orders: the ledger took \(ledger.plain) for \(order), its payments say \(payments.plain). "
                + "Mend: book the difference of \((payments - ledger).plain) from customers to the provider."
        case .missing(let checkout): "orders: \(checkout) became an order that is not there."
        case .stray(let payment): "orders: \(payment) was captured for an order that is not there."
        }
    }
}

extension ShelfDifference {
    var finding: String { "catalogue: \(description). Mend: seam doctor --rebuild-shelves." }
}

extension AccountKey {
    fileprivate var words: String {
        let lot = lot.isEmpty ? "" : ", lot \(lot)"
        let pool = pool == 0 ? "" : ", of its own channel"
        return "\(book.name(of: item)) \(stateName) at \(placeName)\(pool)\(lot)"
    }

    private var stateName: String {
        guard book == .stock, let state = StockState(rawValue: state.rawValue) else { return state == .outside ? "outside" : "\(book)" }
        return "\(state)"
    }

    private var placeName: String {
        guard state == .outside else { return Location.ID(bits: place).description }
        return Outside(rawValue: place).map { "\($0)" } ?? Location.ID(bits: place).description
    }
}

extension Book {
    fileprivate func name(of item: UInt128) -> String {
        switch self {
        case .stock, .allowance: Variant.ID(bits: item).description
        case .money:
            String(decoding: withUnsafeBytes(of: item.bigEndian) { $0.drop { $0 == 0 } }, as: UTF8.self)
        }
    }
}
