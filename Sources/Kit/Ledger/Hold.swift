import Database
import Essentials

/// A transfer that is pending until it is captured, released or runs out.
public struct Hold: Identified, Sendable, Equatable {
    public static let prefix = "hld"

    public let id: ID
    let source: Int64
    let target: Int64
    public let quantity: Int64
    /// What it still keeps from others.
    public let remaining: Int64
    public let captured: Int64
    public let expiresAt: Instant
    public let document: UInt128

    /// What ran out or was released: no longer kept, though it may still be captured while it is free.
    public var released: Int64 { quantity - remaining - captured }
}

extension Hold: Readable {
    static let columns: SQL = "id, source, target, quantity, remaining, captured, expires_at, document"

    public init(row: inout Row) throws {
        id = try row.next()
        source = try row.next()
        target = try row.next()
        quantity = try row.next()
        remaining = try row.next()
        captured = try row.next()
        expiresAt = try row.next()
        document = try row.next()
    }

    /// Locks the holds, in the order of their ids.
    /// - Throws: `LedgerRefusal.unknownHold` when one of them does not exist.
    static func lock(_ ids: [Hold.ID], in transaction: Transaction) throws -> [Hold] {
        try all(ids, of: askLocked(ids, in: transaction))
    }

    static func askLocked(_ ids: [Hold.ID], in transaction: Transaction) throws -> Asked<Hold> {
        try transaction.ask("SELECT \(sql: columns) FROM hold WHERE id IN \(list: ids) ORDER BY id FOR UPDATE", as: Hold.self)
    }

    /// - Throws: `LedgerRefusal.unknownHold` when one of them does not exist.
    static func all(_ ids: [Hold.ID], of asked: Asked<Hold>) throws -> [Hold] {
        let holds = try asked.rows()
        guard holds.count == Set(ids).count else { throw LedgerRefusal.unknownHold }
        return holds
    }
}

extension Ledger {
    /// The holds of one document that still keep something from others.
    public static func openHolds(of document: UInt128, among ids: [Hold.ID], in snapshot: some Reading) throws -> [Hold] {
        try snapshot.rows(
            """
            SELECT \(sql: Hold.columns) FROM hold
            WHERE id IN \(list: ids) AND document = \(document) AND remaining > 0 ORDER BY id
            """, as: Hold.self)
    }
}
