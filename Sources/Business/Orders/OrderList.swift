import Channels
import Customers
import Database
import Essentials
import Places

/// Orders for people to look through, the newest first.
public struct OrderList: Sendable, Equatable {
    public let orders: [Order]
    /// Pass it as `before` for the next page; `nil` on the last one.
    public let next: Int64?

    public struct Filter: Sendable, Equatable {
        public var state: Order.State?
        public var channel: Channel.ID?
        public var location: Location.ID?
        public var customer: Customer.ID?
        public var buyer: BuyerSearch?
        /// Only orders whose units may be missing.
        public var isEndangered = false

        public init() {}
    }

    public static func page(
        _ filter: Filter = Filter(), before: Int64? = nil, limit: Int = 50, in snapshot: some Reading
    ) throws -> OrderList {
        var sql: SQL = "SELECT \(sql: Order.columns) FROM sales_order WHERE number < \(before ?? .max)"
        if let state = filter.state { sql += " AND state = \(word: state)" }
        if let channel = filter.channel { sql += " AND channel = \(channel)" }
        if let location = filter.location { sql += " AND location = \(location)" }
        if let customer = filter.customer { sql += " AND customer = \(customer)" }
        if let buyer = filter.buyer { sql += " AND \(sql: buyer.condition)" }
        if filter.isEndangered { sql += " AND endangered_at IS NOT NULL" }
        sql += " ORDER BY number DESC LIMIT \(limit + 1)"
        let orders = try snapshot.rows(sql, as: Order.self)
        return OrderList(orders: Array(orders.prefix(limit)), next: orders.count > limit ? orders[limit - 1].number : nil)
    }

    /// How many orders customers wait for, counted up to `most`.
    public static func toDo(upTo most: Int, in snapshot: some Reading) throws -> Int {
        try snapshot.value(
            "SELECT count(*) FROM (SELECT number FROM sales_order WHERE state = \(word: Order.State.placed) LIMIT \(most)) AS waiting",
            as: Int.self) ?? 0
    }
}
