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
    /// - Parameter limit: at most so many, and only such as have something free.
    public static func accounts(
        _ book: Book, items: [UInt128], states: [AccountState], at places: [UInt128]? = nil, freeOnly limit: Int? = nil,
        in snapshot: some Reading
    ) throws -> [Account] {
        var sql: SQL = """
            SELECT \(sql: Account.columns) FROM account
            WHERE book = \(book) AND item IN \(list: items) AND state IN \(list: states)
            """
        if let places { sql += " AND place IN \(list: places)" }
        if let limit { sql += " AND balance > held LIMIT \(limit)" }
        return try snapshot.rows(sql, as: Account.self)
    }

    /// Lets nobody else change these accounts until the transaction ends. Accounts that are not there yet come into being.
    ///
    /// They are locked in the order of their ids, so that two callers who want the same accounts never wait in a circle.
    /// - Returns: each account as it stands under the lock.
    public static func lock(_ keys: some Sequence<AccountKey>, in transaction: Transaction) throws -> [AccountKey: Account] {
        var ids: [Int64] = []
        for key in Set(keys) { ids.append(try account(key, in: transaction)?.id ?? open(key, in: transaction)) }
        ids.sort()
        let accounts = try transaction.rows(
            "SELECT \(sql: Account.columns) FROM account WHERE id IN \(list: ids) ORDER BY id FOR UPDATE", as: Account.self)
        return Dictionary(accounts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
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

    /// Another caller may open the same account at the same time: both get the one.
    private static func open(_ key: AccountKey, in transaction: Transaction) throws -> Int64 {
        let opened = try transaction.value(
            """
            INSERT INTO account (book, item, state, place, pool, lot, balance, held, floor)
            VALUES (\(key.book), \(key.item), \(key.state), \(key.place), \(key.pool), \(key.lot), 0, 0, \(key.firstFloor))
            ON CONFLICT (book, item, state, place, pool, lot) DO NOTHING RETURNING id
            """, as: Int64.self)
        guard let id = try opened ?? account(key, in: transaction)?.id else { throw DatabaseFault.engine("an account did not open") }
        return id
    }
}
