import Database
import Essentials

extension Ledger {
    /// Lets nobody else change these accounts until the transaction ends. Accounts that are not there yet come into being.
    ///
    /// They are locked in the order of their ids, so that two callers who want the same accounts never wait in a circle.
    /// - Returns: each account as it stands under the lock.
    public static func lock(_ keys: some Sequence<AccountKey>, in transaction: Transaction) throws -> [AccountKey: Account] {
        let keys = Array(Set(keys))
        var accounts = try lockKnown(keys, in: transaction)
        let missing = keys.filter { accounts[$0] == nil }
        guard !missing.isEmpty else { return accounts }
        // In one order for everybody, as locks are.
        accounts.merge(try open(missing.sorted(by: precedes), in: transaction)) { first, _ in first }
        let others = missing.filter { accounts[$0] == nil }
        guard !others.isEmpty else { return accounts }
        return try accounts.merging(lock(others, in: transaction)) { first, _ in first }
    }

    /// A few accounts as they stand, locked by nobody.
    static func ask(_ keys: [AccountKey], in transaction: Transaction) throws -> Asked<Account> {
        try transaction.ask("SELECT \(sql: Account.columns) FROM account WHERE \(sql: named(keys))", as: Account.self)
    }

    /// Locks those accounts of some that are there, in the order of their ids.
    static func lockKnown(_ keys: [AccountKey], in transaction: Transaction) throws -> [AccountKey: Account] {
        try keys.count <= keysAtOnce ? lock(few: keys, in: transaction) : lock(many: keys, in: transaction)
    }

    /// Locks the accounts that holds are from and to, in the order of their ids.
    static func askLockedAccounts(of holds: [Hold.ID], in transaction: Transaction) throws -> Asked<Account> {
        try transaction.ask(
            """
            SELECT \(sql: Account.columns) FROM account WHERE id IN (
                SELECT source FROM hold WHERE id IN \(list: holds) UNION SELECT target FROM hold WHERE id IN \(list: holds)
            ) ORDER BY id FOR UPDATE
            """, as: Account.self)
    }

    static func lock(ids: [Int64], in transaction: Transaction) throws -> [Int64: Account] {
        let accounts = try transaction.rows(
            "SELECT \(sql: Account.columns) FROM account WHERE id IN \(list: Array(Set(ids)).sorted()) ORDER BY id FOR UPDATE",
            as: Account.self)
        return Dictionary(accounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func lock(few keys: [AccountKey], in transaction: Transaction) throws -> [AccountKey: Account] {
        let accounts = try transaction.rows(
            "SELECT \(sql: Account.columns) FROM account WHERE \(sql: named(keys)) ORDER BY id FOR UPDATE", as: Account.self)
        return Dictionary(accounts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func lock(many keys: [AccountKey], in transaction: Transaction) throws -> [AccountKey: Account] {
        var ids: [Int64] = []
        for start in stride(from: 0, to: keys.count, by: keysAtOnce) {
            let some = Array(keys[start..<min(start + keysAtOnce, keys.count)])
            ids += try transaction.values("SELECT id FROM account WHERE \(sql: named(some))", as: Int64.self)
        }
        let accounts = try lock(ids: ids, in: transaction)
        return Dictionary(accounts.values.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Exactly these accounts.
    private static func named(_ keys: [AccountKey]) -> SQL {
        joined(keys, by: " OR ") { key in
            """
            (book = \(key.book) AND item = \(key.item) AND state = \(key.state) AND place = \(key.place) \
            AND pool = \(key.pool) AND lot = \(key.lot))
            """
        }
    }

    /// Opens accounts that are not there. Another caller may open the same one at the same time: both get the one.
    /// - Returns: those that this caller has opened, and thereby locked.
    private static func open(_ keys: [AccountKey], in transaction: Transaction) throws -> [AccountKey: Account] {
        let opened = try transaction.rows(opening(keys) + " RETURNING \(sql: Account.columns)", as: Account.self)
        return Dictionary(opened.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Lets accounts come into being that nobody needs to see now; `number(of:)` names them in what is written next.
    static func openUnseen(_ keys: [AccountKey], in transaction: Transaction) throws {
        guard !keys.isEmpty else { return }
        try transaction.run(opening(keys.sorted(by: precedes)))
    }

    private static func opening(_ keys: [AccountKey]) -> SQL {
        let values = joined(keys, by: ", ") { key in
            "(\(key.book), \(key.item), \(key.state), \(key.place), \(key.pool), \(key.lot), 0, 0, \(key.firstFloor))"
        }
        return """
            INSERT INTO account (book, item, state, place, pool, lot, balance, held, floor) VALUES \(sql: values)
            ON CONFLICT (book, item, state, place, pool, lot) DO NOTHING
            """
    }

    /// The id of an account that is there.
    static func number(of key: AccountKey) -> SQL { "(SELECT id FROM account WHERE \(sql: named([key])))" }

    /// A piece for each key; as many as the next power of two, the last one repeated, so that few different statements need
    /// preparing.
    private static func joined(_ keys: [AccountKey], by separator: SQL, _ piece: (AccountKey) -> SQL) -> SQL {
        var room = 1
        while room < keys.count { room *= 2 }
        var sql: SQL = ""
        for index in 0..<room {
            if index > 0 { sql += separator }
            sql += piece(keys[min(index, keys.count - 1)])
        }
        return sql
    }

    private static func precedes(_ a: AccountKey, _ b: AccountKey) -> Bool {
        (a.book.rawValue, a.item, a.state.rawValue, a.place, a.pool, a.lot) < (
            b.book.rawValue, b.item, b.state.rawValue, b.place, b.pool, b.lot
        )
    }

    private static let keysAtOnce = 32
}
