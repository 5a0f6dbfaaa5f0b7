import Channels
import Database
import Essentials

/// What a channel has sold since a moment.
public struct ChannelSales: Sendable, Equatable {
    public let channel: Channel.ID
    public let orders: Int
    public let total: Money

    /// One line for each channel and currency, the largest number of orders first; cancelled orders count nowhere.
    ///
    /// It walks the orders by their ids, which begin with the time at which they were made. An order may be placed later
    /// than its id was made, so it begins a day earlier and then looks at the time of placing.
    public static func since(_ moment: Instant, in snapshot: some Reading) throws -> [ChannelSales] {
        let dayBefore = max(0, (moment - .days(1)).microseconds / 1_000)
        let first = Order.ID(bits: UInt128(UInt64(dayBefore)) << 80)
        return try snapshot.rows(
            """
            SELECT channel, count(*), currency, CAST(SUM(total) AS BIGINT) FROM sales_order
            WHERE id >= \(first) AND placed_at >= \(moment) AND state <> \(Order.State.cancelled)
            GROUP BY channel, currency ORDER BY count(*) DESC, channel, currency
            """
        ) { row in
            let (channel, orders, currency) = try (row.next(Channel.ID.self), row.next(Int.self), row.nextCurrency())
            return ChannelSales(channel: channel, orders: orders, total: Money(minorUnits: try row.next(), currency: currency))
        }
    }
}
