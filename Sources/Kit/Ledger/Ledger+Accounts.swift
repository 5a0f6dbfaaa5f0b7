import Database
import Essentials

/// Whatever can run out or must add up: accounts, and transfers between two of them.
public enum Ledger {}

extension Ledger {
    /// The account as it stands, or `nil` when nothing was ever moved there.
    public static func account(_ key: AccountKey, in snapshot: some Reading) throws -> Account? {
        try snapshot.row(
            """
            SELECT \(sql: Account.columns) FROM account
            WHERE book = \(key.book) AND item = \(key.item) AND state = \(key.state) AND place = \(key.place)
            AND pool = \(key.pool) AND lot = \(key.lot)
            """, as: Account.self)
    }

    /// The accounts of several items in some states, at some places or at every one.
    public static func accounts(
        _ book: Book, items: [UInt128], states: [AccountState], at places: [UInt128]? = nil, in snapshot: some Reading
    ) throws -> [Account] {
        var sql: SQL = """
            SELECT \(sql: Account.columns) FROM account
            WHERE book = \(book) AND item IN \(list: items) AND state IN \(list: states)
            """
        if let places { sql += " AND place IN \(list: places)" }
        return try snapshot.rows(sql, as: Account.self)
    }

    /// Sets the least that an account may fall to: below zero it allows back-orders.
    /// - Throws: `LedgerRefusal.short` when it has already fallen below.
    public static func setFloor(_ floor: Int64, of key: AccountKey, in transaction: Transaction) throws {
        let account = try lock([key], in: transaction)[key]
        guard let account, account.free >= floor else {
            throw LedgerRefusal.short([.init(account: key, wanted: floor, free: max(0, account?.free ?? 0))])
        }
        try transaction.run("UPDATE account SET floor = \(floor) WHERE id = \(account.id)")
    }
}
