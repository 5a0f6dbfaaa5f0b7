import Channels
import Database
import Essentials
import Feed

/// A quarter of an hour in which a channel has sold something else than its kept sums say.
public struct SalesDifference: Sendable, Equatable {
    public let kept: SalesQuarter
    /// What the orders themselves say.
    public let sold: SalesQuarter
}

/// Holds the sums of `Follower.salesByQuarter` against the orders, without what it has not worked yet.
/// - Parameter limit: how many are reported, the earliest first.
public func checkSales(limit: Int = 100, in snapshot: Snapshot) throws -> [SalesDifference] {
    var due = try SalesSums.read(
        """
        SELECT placed_at / \(SalesQuarter.microseconds), channel, currency, count(*), CAST(SUM(total) AS BIGINT) FROM sales_order
        WHERE state <> \(Order.State.cancelled) GROUP BY 1, 2, 3
        """, in: snapshot)
    try Follower.salesByQuarter.eachWaiting(in: snapshot) { facts in
        for (key, change) in try SalesSums(facts, in: snapshot).changes {
            due[key, default: (0, 0)].orders -= change.orders
            due[key, default: (0, 0)].total -= change.total
        }
    }
    let kept = try SalesSums.read("SELECT quarter, channel, currency, orders, total FROM sales_quarter", in: snapshot)
    return try Set(due.keys).union(kept.keys).sorted().lazy
        .filter { kept[$0] ?? (0, 0) != due[$0] ?? (0, 0) }
        .prefix(limit)
        .map { try SalesDifference(kept: $0.quarter(kept[$0]), sold: $0.quarter(due[$0])) }
}

extension SalesSums {
    fileprivate static func read(_ sql: SQL, in snapshot: Snapshot) throws -> [Key: (orders: Int64, total: Int64)] {
        var sums: [Key: (orders: Int64, total: Int64)] = [:]
        try snapshot.each(sql) { row in
            let key = Key(quarter: try row.next(), channel: try row.next(), currency: try row.next())
            sums[key] = (try row.next(), try row.next())
        }
        return sums
    }
}

extension SalesSums.Key {
    /// - Throws: `DatabaseFault` for a currency that is none.
    fileprivate func quarter(_ sums: (orders: Int64, total: Int64)?) throws -> SalesQuarter {
        guard let currency = Currency(currency) else { throw DatabaseFault.engine("“\(currency)” is no currency") }
        return SalesQuarter(
            begins: Instant(microseconds: quarter * SalesQuarter.microseconds), channel: channel, orders: Int(sums?.orders ?? 0),
            total: Money(minorUnits: sums?.total ?? 0, currency: currency))
    }
}
