import Database
import Essentials

/// How much of a hold is wanted now.
public struct Capture: Sendable, Equatable {
    public let hold: Hold.ID
    /// `nil` for all that was never captured.
    public let quantity: Int64?

    public init(_ hold: Hold.ID, quantity: Int64? = nil) {
        self.hold = hold
        self.quantity = quantity
    }
}

extension Ledger {
    /// Makes pending transfers real, wholly or in part. All of them, or none.
    ///
    /// What is not captured stays held. A hold that has run out is captured all the same while its units are free.
    /// - Throws: `LedgerRefusal.spent` for more than the hold was for; `.short` when it ran out and the units are gone.
    public static func capture(_ captures: [Capture], as posting: Posting, in transaction: Transaction, world: World) throws {
        guard !captures.isEmpty else { return }
        precondition(Set(captures.map(\.hold)).count == captures.count, "a hold captured twice at once")
        let holds = try Hold.lock(captures.map(\.hold), in: transaction)
        let accounts = try lock(ids: holds.flatMap { [$0.source, $0.target] }, in: transaction)
        let wanted = Dictionary(uniqueKeysWithValues: captures.map { ($0.hold, $0.quantity) })

        var transfers: [Transfer] = []
        var unheld: [Transfer] = []
        var freed: [Int64: Int64] = [:]
        for hold in holds {
            guard let source = accounts[hold.source]?.key, let target = accounts[hold.target]?.key else { throw LedgerRefusal.unknownHold }
            let quantity = (wanted[hold.id] ?? nil) ?? hold.quantity - hold.captured
            guard quantity > 0, quantity <= hold.quantity - hold.captured else { throw LedgerRefusal.spent }
            let kept = min(quantity, hold.remaining)
            freed[hold.source, default: 0] += kept
            transfers.append(Transfer(quantity, from: source, to: target))
            if quantity > kept { unheld.append(Transfer(quantity - kept, from: source, to: target)) }
            try transaction.run(
                "UPDATE hold SET remaining = remaining - \(kept), captured = captured + \(quantity) WHERE id = \(hold.id)")
        }
        let byKey = Dictionary(accounts.values.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        try verify(unheld, changing: unheld.reduce(into: [:]) { $0[$1.source, default: 0] -= $1.quantity }, of: byKey)
        try settle(transfers, freeing: freed, of: byKey, in: transaction)
        try enter(transfers, between: byKey, as: posting, in: transaction, world: world)
    }

    private static func settle(
        _ transfers: [Transfer], freeing freed: [Int64: Int64], of accounts: [AccountKey: Account], in transaction: Transaction
    ) throws {
        var changes: [AccountKey: Int64] = [:]
        for transfer in transfers {
            changes[transfer.source, default: 0] -= transfer.quantity
            changes[transfer.target, default: 0] += transfer.quantity
        }
        for (key, change) in changes {
            guard let account = accounts[key] else { continue }
            let freed = freed[account.id] ?? 0
            try transaction.run(
                "UPDATE account SET balance = balance + \(change), held = held - \(freed) WHERE id = \(account.id)")
        }
    }

    static func lock(ids: [Int64], in transaction: Transaction) throws -> [Int64: Account] {
        let accounts = try transaction.rows(
            "SELECT \(sql: Account.columns) FROM account WHERE id IN \(list: Array(Set(ids)).sorted()) ORDER BY id FOR UPDATE",
            as: Account.self)
        return Dictionary(accounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
