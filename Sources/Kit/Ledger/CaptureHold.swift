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
        let ids = captures.map(\.hold)
        let (asked, between) = (try Hold.askLocked(ids, in: transaction), try askLockedAccounts(of: ids, in: transaction))
        let holds = try Hold.all(ids, of: asked)
        let accounts = Dictionary(try between.rows().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let wanted = Dictionary(uniqueKeysWithValues: captures.map { ($0.hold, $0.quantity) })

        var transfers: [Transfer] = []
        var unheld: [Transfer] = []
        var changes: [Int64: AccountChange] = [:]
        for hold in holds {
            guard let source = accounts[hold.source]?.key, let target = accounts[hold.target]?.key else { throw LedgerRefusal.unknownHold }
            let quantity = (wanted[hold.id] ?? nil) ?? hold.quantity - hold.captured
            guard quantity > 0, quantity <= hold.quantity - hold.captured else { throw LedgerRefusal.spent }
            let kept = min(quantity, hold.remaining)
            transfers.append(Transfer(quantity, from: source, to: target))
            if quantity > kept { unheld.append(Transfer(quantity - kept, from: source, to: target)) }
            changes[hold.source, default: AccountChange()].balance -= quantity
            changes[hold.source, default: AccountChange()].held -= kept
            changes[hold.target, default: AccountChange()].balance += quantity
        }
        let byKey = Dictionary(accounts.values.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        try verify(unheld, changing: unheld.reduce(into: [:]) { $0[$1.source, default: 0] -= $1.quantity }, of: byKey)
        try spend(holds, wanted, in: transaction)
        try change(changes, in: transaction)
        try enter(transfers, between: byKey, as: posting, in: transaction, world: world)
    }

    /// Notes what is captured on each hold; those that are captured to their end, as nearly all are, in one statement.
    private static func spend(_ holds: [Hold], _ wanted: [Hold.ID: Int64?], in transaction: Transaction) throws {
        var ended: [Hold.ID] = []
        for hold in holds {
            let open = hold.quantity - hold.captured
            let quantity = (wanted[hold.id] ?? nil) ?? open
            if quantity == open {
                ended.append(hold.id)
            } else {
                try transaction.run(
                    """
                    UPDATE hold SET remaining = remaining - \(min(quantity, hold.remaining)), captured = captured + \(quantity)
                    WHERE id = \(hold.id)
                    """)
            }
        }
        guard !ended.isEmpty else { return }
        try transaction.run("UPDATE hold SET remaining = 0, captured = quantity WHERE id IN \(list: ended)")
    }
}
