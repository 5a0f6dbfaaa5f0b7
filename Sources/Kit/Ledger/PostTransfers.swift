import Database
import Essentials

extension Ledger {
    /// Moves all of the transfers, or none.
    ///
    /// What one account gives and gets in the same posting is added up first, so units may pass through it.
    /// - Throws: `LedgerRefusal.short` when an account would fall below its floor or below what a transfer must leave.
    public static func post(_ transfers: [Transfer], as posting: Posting, in transaction: Transaction, world: World) throws {
        guard !transfers.isEmpty else { return }
        let accounts = try lock(transfers.flatMap { [$0.source, $0.target] }, in: transaction)
        var changes: [AccountKey: Int64] = [:]
        for transfer in transfers {
            changes[transfer.source, default: 0] -= transfer.quantity
            changes[transfer.target, default: 0] += transfer.quantity
        }
        try verify(transfers, changing: changes, of: accounts)
        try move(changes, of: accounts, in: transaction)
        try enter(transfers, between: accounts, as: posting, in: transaction, world: world)
    }

    /// Refuses what would take an account below its floor, or below what one of the transfers must leave there.
    static func verify(_ transfers: [Transfer], changing changes: [AccountKey: Int64], of accounts: [AccountKey: Account]) throws {
        var least: [AccountKey: Int64] = [:]
        for transfer in transfers {
            let floor = accounts[transfer.source]?.floor
            guard let bound = [floor, transfer.leaving, least[transfer.source]].compactMap(\.self).max() else { continue }
            least[transfer.source] = bound
        }
        let shortages = least.compactMap { key, bound -> LedgerRefusal.Shortage? in
            let free = accounts[key]?.free ?? 0
            let change = changes[key] ?? 0
            guard change < 0, free + change < bound else { return nil }
            return .init(account: key, wanted: -change, free: max(0, free - bound))
        }
        guard shortages.isEmpty else { throw LedgerRefusal.short(shortages.sorted { $0.account.item < $1.account.item }) }
    }

    static func move(_ changes: [AccountKey: Int64], of accounts: [AccountKey: Account], in transaction: Transaction) throws {
        var moved: [Int64: AccountChange] = [:]
        for (key, quantity) in changes {
            guard let account = accounts[key] else { continue }
            moved[account.id] = AccountChange(balance: quantity)
        }
        try change(moved, in: transaction)
    }

    /// Writes the transfers into the book that is only ever added to.
    static func enter(
        _ transfers: [Transfer], between accounts: [AccountKey: Account], as posting: Posting, in transaction: Transaction, world: World
    ) throws {
        let now = world.now
        var insert: SQL = "INSERT INTO entry (at, source, target, quantity, document, reason, actor, channel) VALUES "
        for (index, transfer) in transfers.enumerated() {
            if index > 0 { insert += ", " }
            insert += """
                (\(now), \(accounts[transfer.source]?.id), \(accounts[transfer.target]?.id), \(transfer.quantity), \(posting.document), \
                \(posting.reason), \(posting.origin.actor), \(posting.origin.channel))
                """
        }
        try transaction.run(insert)
    }
}
