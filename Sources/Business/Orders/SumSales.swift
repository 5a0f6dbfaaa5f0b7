import Channels
import Database
import Essentials
import Feed

extension Follower {
    /// Keeps what each channel has sold in each quarter of an hour: an order counts in the one in which it was placed, until it
    /// is cancelled. Orders of a till that was slow to send them count when they were made.
    public static let salesByQuarter = Follower(
        "orders.sales", topics: [OrderPlaced.topic, OrderCancelled.topic], pace: .seconds(1), batch: 2_000
    ) { facts, snapshot -> Follower.Writing? in
        let sums = try SalesSums(facts, in: snapshot)
        guard !sums.changes.isEmpty else { return nil }
        return { transaction, _ in try sums.write(in: transaction) }
    }
}

/// By how much some facts change the sums.
struct SalesSums {
    struct Key: Hashable, Comparable {
        let quarter: Int64
        let channel: Channel.ID
        let currency: String

        static func < (a: Key, b: Key) -> Bool {
            (a.quarter, a.channel, a.currency) < (b.quarter, b.channel, b.currency)
        }
    }

    private(set) var changes: [Key: (orders: Int64, total: Int64)] = [:]

    init(_ facts: [RecordedFact], in snapshot: Snapshot) throws {
        // When, where and for how much an order was placed never changes, so it may be read now.
        var known: [UInt128: (key: Key, total: Int64)] = [:]
        let orders = Set(facts.map { Order.ID(bits: $0.subject) }).sorted()
        guard !orders.isEmpty else { return }
        try snapshot.each("SELECT id, placed_at, channel, currency, total FROM sales_order WHERE id IN \(list: orders)") { row in
            let (id, placedAt) = try (row.next(Order.ID.self), row.next(Instant.self))
            let key = Key(
                quarter: placedAt.microseconds / SalesQuarter.microseconds, channel: try row.next(), currency: try row.next())
            known[id.bits] = (key, try row.next())
        }
        for fact in facts {
            guard let order = known[fact.subject] else { continue }
            let sign: Int64 = fact.topic == OrderPlaced.topic ? 1 : -1
            changes[order.key, default: (0, 0)].orders += sign
            changes[order.key, default: (0, 0)].total += sign * order.total
        }
    }

    func write(in transaction: Transaction) throws {
        for (key, change) in changes.sorted(by: { $0.key < $1.key }) where change != (0, 0) {
            try transaction.run(
                """
                INSERT INTO sales_quarter (quarter, channel, currency, orders, total)
                VALUES (\(key.quarter), \(key.channel), \(key.currency), \(change.orders), \(change.total))
                ON CONFLICT (quarter, channel, currency) DO UPDATE
                SET orders = sales_quarter.orders + excluded.orders, total = sales_quarter.total + excluded.total
                """)
        }
    }
}
