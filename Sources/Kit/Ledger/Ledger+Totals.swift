import Database
import Essentials

/// What all accounts of an item in one state hold together.
public struct LedgerTotal: Sendable, Equatable {
    public let item: UInt128
    public let state: AccountState
    public let balance: Int64
    public let held: Int64
}

/// An item of which all accounts in one state together have little that is not promised, or of which one owes.
public struct LedgerScarcity: Sendable, Equatable {
    public let item: UInt128
    /// What is not promised, all accounts together.
    public let free: Int64
    /// Whether one of them has promised more than it has.
    public let owes: Bool
}

extension Ledger {
    /// The sums over every place, or over some, of several items in some states; one statement, one row for each item and state.
    public static func totals(
        _ book: Book, items: [UInt128], states: [AccountState], at places: [UInt128]? = nil, in snapshot: some Reading
    ) throws -> [LedgerTotal] {
        guard !items.isEmpty else { return [] }
        var sql: SQL = """
            SELECT item, state, CAST(SUM(balance) AS BIGINT), CAST(SUM(held) AS BIGINT) FROM account
            WHERE book = \(book) AND item IN \(list: items) AND state IN \(list: states)
            """
        if let places { sql += " AND place IN \(list: places)" }
        sql += " GROUP BY item, state ORDER BY item, state"
        return try snapshot.rows(sql) {
            try LedgerTotal(item: $0.next(), state: $0.next(), balance: $0.next(), held: $0.next())
        }
    }

    /// The items of a book of which all accounts in a state together have little that is not promised, or one of which owes
    /// more than it has.
    /// - Parameter items: among these, each of whose accounts is looked at; `nil` for every account of the book, on rare
    ///   occasions.
    public static func lowest(
        _ book: Book, in state: AccountState, upTo most: Int64, among items: [UInt128]? = nil, in snapshot: some Reading
    ) throws -> [LedgerScarcity] {
        var sql: SQL = """
            SELECT item, CAST(SUM(balance - held) AS BIGINT), MIN(balance - held) < 0 FROM account
            WHERE book = \(book) AND state = \(state)
            """
        if let items { sql += " AND item IN \(list: items)" }
        sql += " GROUP BY item HAVING SUM(balance - held) <= \(most) OR MIN(balance - held) < 0 ORDER BY item"
        return try snapshot.rows(sql) { try LedgerScarcity(item: $0.next(), free: $0.next(), owes: $0.next()) }
    }

    /// Those of some items of which a few accounts in a state, whichever they are, already have more together than so much
    /// that is not promised: of these nobody has to add up every account of a large retailer.
    public static func ample(
        _ book: Book, in state: AccountState, above most: Int64, among items: [UInt128], in snapshot: some Reading
    ) throws -> [UInt128] {
        guard let first = items.first else { return [] }
        let asked = items.dropFirst().reduce("(\(first))" as SQL) { $0 + ", (\($1))" }
        return try snapshot.values(
            """
            SELECT column1 FROM (VALUES \(sql: asked)) AS asked WHERE (
                SELECT SUM(free) FROM (
                    SELECT balance - held AS free FROM account
                    WHERE book = \(book) AND item = column1 AND state = \(state) AND balance > held LIMIT 8
                ) AS few
            ) > \(most)
            """, as: UInt128.self)
    }
}
