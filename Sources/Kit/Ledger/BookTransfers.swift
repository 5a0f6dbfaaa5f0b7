import Database
import Essentials

/// Transfers of what can never fall short, since it comes from beyond the books: money that customers have paid.
///
/// They say the same as `post`, and ask nobody to wait: balances that every sale changes are changed when all else is done,
/// so they are locked for the moment of the commit only, and stay as they were for whoever reads them in this transaction.
public struct Booking {
    private let transfers: [Transfer]
    private let known: Asked<Account>?

    /// Asks which accounts they are between; the answer may come with that to other questions.
    public init(_ transfers: [Transfer], in transaction: Transaction) throws {
        precondition(transfers.allSatisfy { $0.source.state == .outside && $0.leaving == nil }, "booked from within the books")
        self.transfers = transfers
        known = try transfers.isEmpty ? nil : Ledger.ask(keys(of: transfers), in: transaction)
    }

    public func enter(as posting: Posting, in transaction: Transaction, world: World) throws {
        guard let known else { return }
        var accounts = Dictionary(try known.rows().map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let missing = keys(of: transfers).filter { accounts[$0] == nil }
        if !missing.isEmpty { accounts.merge(try Ledger.lock(missing, in: transaction)) { first, _ in first } }
        var changes: [Int64: Int64] = [:]
        for transfer in transfers {
            guard let source = accounts[transfer.source], let target = accounts[transfer.target] else { continue }
            changes[source.id, default: 0] -= transfer.quantity
            changes[target.id, default: 0] += transfer.quantity
        }
        try Ledger.enter(transfers, between: accounts, as: posting, in: transaction, world: world)
        try transaction.addLast(changes, to: TallyColumn("balance", of: "account"))
    }
}

private func keys(of transfers: [Transfer]) -> [AccountKey] {
    Array(Set(transfers.flatMap { [$0.source, $0.target] }))
}
