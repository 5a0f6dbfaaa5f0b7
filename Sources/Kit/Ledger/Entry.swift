import Database
import Essentials

/// One line of the book: what went from where to where, when, why, by whom.
public struct Entry: Sendable, Equatable {
    public let id: Int64
    public let at: Instant
    public let source: Account
    public let target: Account
    public let quantity: Int64
    public let document: UInt128
    public let reason: String
    public let actor: String
    public let channel: UInt128?
}

extension Ledger {
    /// The newest entries of an account, before one of them when paging.
    public static func entries(of account: Account, before: Int64? = nil, limit: Int, in snapshot: some Reading) throws -> [Entry] {
        let bound = before ?? .max
        let lines = try snapshot.rows(
            """
            SELECT id, at, source, target, quantity, document, reason, actor, channel FROM (
                SELECT * FROM (SELECT * FROM entry WHERE source = \(account.id) AND id < \(bound) ORDER BY id DESC LIMIT \(limit)) AS given
                UNION ALL
                SELECT * FROM (SELECT * FROM entry WHERE target = \(account.id) AND id < \(bound) ORDER BY id DESC LIMIT \(limit)) AS got
            ) AS lines ORDER BY id DESC LIMIT \(limit)
            """
        ) { try Line(row: &$0) }
        let ids = Array(Set(lines.flatMap { [$0.source, $0.target] })).sorted()
        let accounts = try snapshot.rows("SELECT \(sql: Account.columns) FROM account WHERE id IN \(list: ids)", as: Account.self)
        let byID = Dictionary(accounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return lines.compactMap { $0.entry(between: byID) }
    }

    /// An entry as it is stored, with the numbers of its accounts.
    private struct Line: Readable {
        let id: Int64, at: Instant, source: Int64, target: Int64, quantity: Int64
        let document: UInt128, reason: String, actor: String, channel: UInt128?

        init(row: inout Row) throws {
            id = try row.next()
            at = try row.next()
            source = try row.next()
            target = try row.next()
            quantity = try row.next()
            document = try row.next()
            reason = try row.next()
            actor = try row.next()
            channel = try row.next()
        }

        func entry(between accounts: [Int64: Account]) -> Entry? {
            guard let source = accounts[source], let target = accounts[target] else { return nil }
            return Entry(
                id: id, at: at, source: source, target: target, quantity: quantity,
                document: document, reason: reason, actor: actor, channel: channel)
        }
    }
}

extension Ledger {
    /// What each document took out of an account, less what it put back.
    public static func sums(from key: AccountKey, in snapshot: some Reading) throws -> [UInt128: Int64] {
        guard let account = try account(key, in: snapshot) else { return [:] }
        var sums: [UInt128: Int64] = [:]
        try snapshot.each(
            """
            SELECT document, CAST(SUM(CASE WHEN source = \(account.id) THEN quantity ELSE -quantity END) AS BIGINT) FROM entry
            WHERE source = \(account.id) OR target = \(account.id) GROUP BY document
            """
        ) { row in sums[try row.next()] = try row.next() }
        return sums
    }
}
