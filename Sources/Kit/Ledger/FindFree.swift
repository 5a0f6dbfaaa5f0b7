import Database
import Essentials

/// What can be taken of an item at a place.
public struct FreeQuantity: Sendable, Equatable {
    public let item: UInt128
    public let place: UInt128
    /// Not promised to anybody; what an account may go below zero is not counted.
    public let quantity: Int64
}

extension Ledger {
    /// Where anything can be taken of these items, in no particular order.
    /// - Parameters:
    ///   - places: only there; everywhere when there are none named.
    ///   - limit: at most so many places of each item.
    public static func free(
        _ book: Book, items: [UInt128], state: AccountState, pool: UInt128, at places: [UInt128]? = nil, limit: Int? = nil,
        in snapshot: some Reading
    ) throws -> [FreeQuantity] {
        func free(of items: [UInt128]) -> SQL {
            var sql: SQL = """
                SELECT item, place, balance - held AS free FROM account
                WHERE book = \(book) AND item IN \(list: items) AND state = \(state)
                """
            if let places { sql += " AND place IN \(list: places)" }
            return sql + " AND pool = \(pool) AND balance > held"
        }
        var sql: SQL
        if let limit {
            sql = ""
            for (number, item) in items.enumerated() {
                if number > 0 { sql += " UNION ALL " }
                sql += "SELECT * FROM (\(sql: free(of: [item])) LIMIT \(limit)) AS found"
            }
        } else {
            sql = free(of: items)
        }
        guard !items.isEmpty else { return [] }
        return try snapshot.rows(sql) { try FreeQuantity(item: $0.next(), place: $0.next(), quantity: $0.next()) }
    }
}
