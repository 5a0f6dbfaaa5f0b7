import Database
import Essentials

/// Where the ledger contradicts itself, and what would mend it.
public enum LedgerDifference: Sendable, Equatable {
    /// The balances of one item do not sum to zero.
    case unbalanced(Book, item: UInt128, sum: Int64)
    /// The balance is not what the entries say.
    case balance(Account, entries: Int64)
    /// What is held is not what the open holds say.
    case held(Account, holds: Int64)
    case belowFloor(Account)
    /// An entry that names no account that exists.
    case strayEntry(Int64)
    /// An entry without a reason or an actor.
    case unnamedEntry(Int64)
}

extension Ledger {
    /// Holds every balance against every entry and every hold.
    /// - Parameter limit: how many of each kind are reported.
    public static func check(limit: Int = 100, in snapshot: some Reading) throws -> [LedgerDifference] {
        try unbalanced(limit, in: snapshot) + balances(limit, in: snapshot) + holds(limit, in: snapshot)
            + snapshot.rows(
                """
                SELECT \(sql: Account.columns) FROM account
                WHERE held < 0 OR (floor IS NOT NULL AND balance - held < floor) ORDER BY id LIMIT \(limit)
                """
            ) { try .belowFloor(Account(row: &$0)) }
            + snapshot.rows(
                """
                SELECT id FROM entry
                WHERE NOT EXISTS (SELECT 1 FROM account WHERE id = source) OR NOT EXISTS (SELECT 1 FROM account WHERE id = target)
                ORDER BY id LIMIT \(limit)
                """
            ) { try .strayEntry($0.next()) }
            + snapshot.rows("SELECT id FROM entry WHERE reason = '' OR actor = '' ORDER BY id LIMIT \(limit)") {
                try .unnamedEntry($0.next())
            }
    }

    private static func unbalanced(_ limit: Int, in snapshot: some Reading) throws -> [LedgerDifference] {
        try snapshot.rows(
            """
            SELECT book, item, CAST(SUM(balance) AS BIGINT) FROM account
            GROUP BY book, item HAVING SUM(balance) <> 0 ORDER BY book, item LIMIT \(limit)
            """
        ) { try .unbalanced($0.next(), item: $0.next(), sum: $0.next()) }
    }

    private static func balances(_ limit: Int, in snapshot: some Reading) throws -> [LedgerDifference] {
        let columns: SQL = "id, book, item, state, place, pool, lot, balance, held, floor, moved"
        return try snapshot.rows(
            """
            SELECT \(sql: columns) FROM (
                SELECT \(sql: Account.columns),
                    CAST(COALESCE((SELECT SUM(quantity) FROM entry WHERE target = account.id), 0)
                    - COALESCE((SELECT SUM(quantity) FROM entry WHERE source = account.id), 0) AS BIGINT) AS moved
                FROM account
            ) AS told WHERE balance <> moved ORDER BY id LIMIT \(limit)
            """
        ) { row in
            let account = try Account(row: &row)
            return try .balance(account, entries: row.next())
        }
    }

    private static func holds(_ limit: Int, in snapshot: some Reading) throws -> [LedgerDifference] {
        let columns: SQL = "id, book, item, state, place, pool, lot, balance, held, floor, kept"
        return try snapshot.rows(
            """
            SELECT \(sql: columns) FROM (
                SELECT \(sql: Account.columns), CAST(COALESCE(open.kept, 0) AS BIGINT) AS kept
                FROM account LEFT JOIN (
                    SELECT source, SUM(remaining) AS kept FROM hold WHERE remaining > 0 GROUP BY source
                ) AS open ON open.source = account.id
            ) AS told WHERE held <> kept ORDER BY id LIMIT \(limit)
            """
        ) { row in
            let account = try Account(row: &row)
            return try .held(account, holds: row.next())
        }
    }
}
