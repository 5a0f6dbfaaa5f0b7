import Database
import Essentials

/// What all accounts of an item in one state hold together.
public struct LedgerTotal: Sendable, Equatable {
    public let item: UInt128
    public let state: AccountState
    public let balance: Int64
    public let held: Int64
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

    /// The items of a book of which all accounts in a state together have little that is not promised. It looks at every
    /// account of the book: for rare occasions.
    public static func lowest(
        _ book: Book, in state: AccountState, upTo most: Int64, in snapshot: some Reading
    ) throws -> [(item: UInt128, free: Int64)] {
        try snapshot.rows(
            """
            SELECT item, CAST(SUM(balance - held) AS BIGINT) FROM account WHERE book = \(book) AND state = \(state)
            GROUP BY item HAVING SUM(balance - held) <= \(most) ORDER BY item
            """
        ) { try (item: $0.next(), free: $0.next()) }
    }
}
