import Channels
import Database
import Essentials

/// What each channel has sold, quarter of an hour by quarter of an hour: from these, days and hours of any time zone are
/// added up, since every zone is whole quarters away from UTC.
///
/// The follower `salesByQuarter` keeps them, a second or so behind the orders.
public struct SalesQuarter: Sendable, Equatable {
    public static let length = Duration.minutes(15)

    public let begins: Instant
    public let channel: Channel.ID
    public let orders: Int
    public let total: Money

    /// The quarters that begin in any of some stretches of time and in which anything was sold, the earliest first; cancelled
    /// orders count nowhere.
    public static func within(_ stretches: [Range<Instant>], in snapshot: some Reading) throws -> [SalesQuarter] {
        let parts = stretches.map { stretch -> SQL in
            """
            SELECT quarter, channel, orders, currency, total FROM sales_quarter
            WHERE quarter >= \(number(since: stretch.lowerBound)) AND quarter < \(number(since: stretch.upperBound)) AND orders > 0
            """
        }
        guard let first = parts.first else { return [] }
        let sql = parts.dropFirst().reduce(first) { $0 + " UNION ALL " + $1 }
        return try snapshot.rows(sql + " ORDER BY quarter, channel, currency") { row in
            let (number, channel, orders) = try (row.next(Int64.self), row.next(Channel.ID.self), row.next(Int.self))
            let currency = try row.nextCurrency()
            return SalesQuarter(
                begins: Instant(microseconds: number * microseconds), channel: channel, orders: orders,
                total: Money(minorUnits: try row.next(), currency: currency))
        }
    }

    static let microseconds = length.microseconds

    /// The number of the first quarter that begins at a moment or after it.
    static func number(since moment: Instant) -> Int64 {
        let (whole, rest) = moment.microseconds.quotientAndRemainder(dividingBy: microseconds)
        return rest > 0 ? whole + 1 : whole
    }
}

extension ChannelSales {
    /// The sums of stretches of time that follow each other, in one statement: as many as there are bounds, less one.
    /// A stretch has one line for each channel and currency that sold anything in it.
    public static func between(_ bounds: [Instant], in snapshot: some Reading) throws -> [[ChannelSales]] {
        let quarters = bounds.map { SalesQuarter.number(since: $0) }
        let sums = zip(quarters, quarters.dropFirst()).enumerated().map { number, ends -> SQL in
            """
            SELECT CAST(\(number) AS BIGINT) AS stretch, channel, currency, CAST(SUM(orders) AS BIGINT), CAST(SUM(total) AS BIGINT)
            FROM sales_quarter WHERE quarter >= \(ends.0) AND quarter < \(ends.1) AND orders > 0 GROUP BY channel, currency
            """
        }
        guard let first = sums.first else { return [] }
        var stretches: [[ChannelSales]] = Array(repeating: [], count: sums.count)
        let sql = sums.dropFirst().reduce(first) { $0 + " UNION ALL " + $1 }
        try snapshot.each(sql + " ORDER BY stretch, channel, currency") { row in
            let (stretch, channel) = try (row.next(Int.self), row.next(Channel.ID.self))
            let currency = try row.nextCurrency()
            let orders = try row.next(Int.self)
            stretches[stretch].append(
                ChannelSales(channel: channel, orders: orders, total: Money(minorUnits: try row.next(), currency: currency)))
        }
        return stretches
    }
}
