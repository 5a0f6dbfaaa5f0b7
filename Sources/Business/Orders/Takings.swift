import Channels
import Database
import Essentials
import Ledger
import Places
import Staff

/// What the tills of a shop have taken since a moment: the X report, which changes nothing.
///
/// Money is told by the ledger, as it was booked; sales by the time at which the till rang them up.
public struct Takings: Sendable, Equatable {
    /// One kind of tender.
    public struct Drawer: Sendable, Equatable {
        public let kind: Tender.Kind
        /// How many payments.
        public let payments: Int64
        public let taken: Money
        public let givenBack: Money
        /// What lies there now, by the books.
        public let balance: Money
        public var net: Money { taken - givenBack }
    }

    /// What one person has sold.
    public struct Seller: Sendable, Equatable {
        public let staff: StaffMember.ID?
        public let sales: Int64
        public let total: Money
    }

    public let sales: Int64
    public let units: Int64
    /// What all of it costs by the list.
    public let list: Money
    public let total: Money
    public let drawers: [Drawer]
    /// The largest first.
    public let sellers: [Seller]

    public var reduction: Money { list - total }
    /// What the ledger took, all in all.
    public var net: Money { drawers.reduce(.zero(total.currency)) { $0 + $1.net } }

    public static func since(
        _ moment: Instant, at location: Location.ID, on channel: Channel, in snapshot: some Reading
    ) throws -> Takings {
        let currency = channel.currency
        func money(_ units: Int64) -> Money { Money(minorUnits: units, currency: currency) }
        let made = madeHere(since: moment, at: location, on: channel.id)
        let sellers = try snapshot.rows(
            """
            SELECT staff, count(*), CAST(SUM(total) AS BIGINT) FROM sales_order
            WHERE id IN (\(sql: made)) GROUP BY staff ORDER BY SUM(total) DESC, staff
            """
        ) { try Seller(staff: $0.next(), sales: $0.next(), total: money($0.next())) }
        let (units, list) =
            try snapshot.row(
                """
                SELECT CAST(COALESCE(SUM(quantity), 0) AS BIGINT), CAST(COALESCE(SUM(quantity * list_price), 0) AS BIGINT)
                FROM sale_line WHERE sale IN (\(sql: made))
                """
            ) { try ($0.next(Int64.self), $0.next(Int64.self)) } ?? (0, 0)
        let drawers = try Tender.Kind.allCases.map { kind in
            let key = AccountKey.money(currency, at: kind.place(at: location))
            let flow = try Ledger.flow(of: key, since: moment, in: snapshot)
            return Drawer(
                kind: kind, payments: flow.arrivals, taken: money(flow.arrived), givenBack: money(flow.left),
                balance: money(flow.balance))
        }
        return Takings(
            sales: sellers.reduce(0) { $0 + $1.sales }, units: units, list: money(list),
            total: money(sellers.reduce(0) { $0 + $1.total.minorUnits }), drawers: drawers, sellers: sellers)
    }

    /// The sales of its tills. Ids begin with the time at which they were made; a day earlier is early enough, since
    /// no till keeps a sale open for so long.
    private static func madeHere(since moment: Instant, at location: Location.ID, on channel: Channel.ID) -> SQL {
        let dayBefore = max(0, (moment - .days(1)).microseconds / 1_000)
        let first = Order.ID(bits: UInt128(UInt64(dayBefore)) << 80)
        return """
            SELECT id FROM sales_order WHERE id >= \(first) AND location = \(location) AND channel = \(channel)
            AND placed_at >= \(moment) AND state = \(word: Order.State.completed)
            """
    }
}
