import Database
import Essentials

/// What a release gave back.
public struct Released: Sendable, Equatable {
    public let hold: Hold.ID
    public let document: UInt128
    /// Where the quantity is free again.
    public let account: AccountKey
    public let quantity: Int64
}

extension Ledger {
    /// Gives back what the holds still keep. A hold that keeps nothing any more is passed over.
    /// - Throws: `LedgerRefusal.unknownHold`.
    @discardableResult
    public static func release(_ ids: [Hold.ID], in transaction: Transaction) throws -> [Released] {
        guard !ids.isEmpty else { return [] }
        return try release(Hold.lock(ids, in: transaction), in: transaction)
    }

    /// Gives back what holds keep whose time has come, the longest due first.
    /// - Returns: at most `limit` of them; fewer mean that none is left.
    public static func releaseExpired(at now: Instant, limit: Int, in transaction: Transaction) throws -> [Released] {
        let due = try transaction.values(
            "SELECT id FROM hold WHERE remaining > 0 AND expires_at <= \(now) ORDER BY expires_at LIMIT \(limit)", as: Hold.ID.self)
        return try release(due, in: transaction)
    }

    private static func release(_ holds: [Hold], in transaction: Transaction) throws -> [Released] {
        let open = holds.filter { $0.remaining > 0 }
        guard !open.isEmpty else { return [] }
        let accounts = try lock(ids: open.map(\.source), in: transaction)
        var freed: [Int64: AccountChange] = [:]
        for hold in open { freed[hold.source, default: AccountChange()].held -= hold.remaining }
        try change(freed, in: transaction)
        try transaction.run("UPDATE hold SET remaining = 0 WHERE id IN \(list: open.map(\.id))")
        return open.compactMap { hold in
            accounts[hold.source].map { Released(hold: hold.id, document: hold.document, account: $0.key, quantity: hold.remaining) }
        }
    }
}
