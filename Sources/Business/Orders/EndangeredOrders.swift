import Database
import Essentials
import Feed
import Inventory

extension Follower {
    /// Flags the orders that wait for units which were sold over the counter although the books did not have them free:
    /// the newest orders for that variant there, as many as units were missing.
    public static let endangeredOrders = Follower("orders.endangered", topics: [StockFound.topic]) { facts, transaction, world in
        for fact in facts {
            guard let found = try fact.decoded(as: StockFound.self) else { continue }
            var missing = found.quantity
            let waiting = try transaction.rows(
                """
                SELECT sales_order.id, sale_demand.quantity FROM sale_demand JOIN sales_order ON sales_order.id = sale_demand.sale
                WHERE sale_demand.location = \(found.location) AND sale_demand.variant = \(found.variant) AND sale_demand.hold IS NOT NULL
                AND sales_order.state = \(word: Order.State.placed) AND sales_order.endangered_at IS NULL
                ORDER BY sales_order.number DESC LIMIT 100
                """
            ) { try (order: $0.next(Order.ID.self), quantity: $0.next(Int64.self)) }
            for (order, quantity) in waiting where missing > 0 {
                try transaction.run("UPDATE sales_order SET endangered_at = \(world.now) WHERE id = \(order)")
                let origin = Origin(actor: "system:orders", channel: fact.origin.channel, cause: fact.seq)
                try OrderEndangered(order: order, variant: found.variant, location: found.location)
                    .record(by: origin, in: transaction, world: world)
                missing -= quantity
            }
        }
    }
}
