import Database
import Essentials

extension Ledger {
    /// Keeps what the transfers want from everybody else until they are captured, released, or `expiry` has come.
    /// All of them, or none.
    /// - Returns: a hold for each transfer, in their order.
    /// - Throws: `LedgerRefusal.short` as `post` does.
    public static func hold(
        _ transfers: [Transfer], until expiry: Instant, for document: UInt128, in transaction: Transaction, world: World
    ) throws -> [Hold.ID] {
        guard !transfers.isEmpty else { return [] }
        let sources = Set(transfers.map(\.source))
        let others = Set(transfers.map(\.target)).subtracting(sources)
        var accounts = try lockKnown(Array(sources.union(others)), in: transaction)
        let missing = sources.filter { accounts[$0] == nil }
        if !missing.isEmpty { accounts.merge(try lock(missing, in: transaction)) { first, _ in first } }
        var wanted: [AccountKey: Int64] = [:]
        for transfer in transfers { wanted[transfer.source, default: 0] += transfer.quantity }
        try verify(transfers, changing: wanted.mapValues { -$0 }, of: accounts)

        var changes: [Int64: AccountChange] = [:]
        for (key, quantity) in wanted {
            guard let account = accounts[key] else { continue }
            changes[account.id] = AccountChange(held: quantity)
        }
        try change(changes, in: transaction)
        // A hold says where it leads; what lies there does not matter before it is captured.
        try openUnseen(others.filter { accounts[$0] == nil }, in: transaction)
        var insert: SQL = "INSERT INTO hold (\(sql: Hold.columns)) VALUES "
        var ids: [Hold.ID] = []
        for transfer in transfers {
            let id = world.id(Hold.self)
            if !ids.isEmpty { insert += ", " }
            let target: SQL = accounts[transfer.target].map { "\($0.id)" } ?? number(of: transfer.target)
            insert += """
                (\(id), \(accounts[transfer.source]?.id), \(sql: target), \(transfer.quantity), \
                \(transfer.quantity), 0, \(expiry), \(document))
                """
            ids.append(id)
        }
        try transaction.run(insert)
        return ids
    }
}
