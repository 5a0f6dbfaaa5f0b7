import Database
import Essentials

extension Ledger {
    /// Moves what can never fall short, since it comes from beyond the books: money that customers have paid.
    ///
    /// It says the same as `post`, and asks nobody to wait: balances that every sale changes are changed when all else is done,
    /// so they are locked for the moment of the commit only, and stay as they were for whoever reads them in this transaction.
    public static func book(_ transfers: [Transfer], as posting: Posting, in transaction: Transaction, world: World) throws {
        guard !transfers.isEmpty else { return }
        precondition(transfers.allSatisfy { $0.source.state == .outside && $0.leaving == nil }, "booked from within the books")
        let accounts = try find(transfers.flatMap { [$0.source, $0.target] }, in: transaction)
        var changes: [Int64: AccountChange] = [:]
        for transfer in transfers {
            guard let source = accounts[transfer.source], let target = accounts[transfer.target] else { continue }
            changes[source.id, default: AccountChange()].balance -= transfer.quantity
            changes[target.id, default: AccountChange()].balance += transfer.quantity
        }
        try enter(transfers, between: accounts, as: posting, in: transaction, world: world)
        for statement in statements(for: changes) { try transaction.runLast(statement) }
    }
}
