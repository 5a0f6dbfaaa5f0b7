import Channels
import Database
import Essentials

/// What each channel has sold, quarter of an hour by quarter of an hour: from these, days and hours of any time zone are
/// added up, since every zone is whole quarters away from UTC.
public struct SalesQuarter: Sendable, Equatable {
    public static let length = Duration.minutes(15)

    public let begins: Instant
    public let channel: Channel.ID
    public let orders: Int
    public let total: Money

    /// Those in which anything was sold, the earliest first; cancelled orders count nowhere. It walks the orders as
    /// `ChannelSales.since` does.
    public static func since(_ moment: Instant, in snapshot: some Reading) throws -> [SalesQuarter] {
        let dayBefore = max(0, (moment - .days(1)).microseconds / 1_000)
        let first = Order.ID(bits: UInt128(UInt64(dayBefore)) << 80)
        return try snapshot.rows(
            """
            SELECT quarter, channel, count(*), currency, CAST(SUM(total) AS BIGINT)
            FROM (
                SELECT placed_at / \(quarter) AS quarter, channel, currency, total FROM sales_order
                WHERE id >= \(first) AND placed_at >= \(moment) AND state <> \(Order.State.cancelled)
            ) AS sold
            GROUP BY quarter, channel, currency ORDER BY quarter, channel, currency
            """
        ) { row in
            let (number, channel, orders) = try (row.next(Int64.self), row.next(Channel.ID.self), row.next(Int.self))
            let currency = try row.nextCurrency()
            return SalesQuarter(
                begins: Instant(microseconds: number * quarter), channel: channel, orders: orders,
                total: Money(minorUnits: try row.next(), currency: currency))
        }
    }

    private static let quarter: Int64 = 15 * 60 * 1_000_000
}
