import Catalog
import Database
import Essentials
import Orders

/// What would go when the demo shop is started again.
struct DemoTraces: Sendable {
    let filledAt: Instant
    let products: Int
    let orders: Int64

    /// - Throws: `DemoRefusal.notTheDemo` for a database without the mark, and when there is none.
    static func find(at address: ShopAddress) async throws -> DemoTraces {
        do {
            return try await withShop(at: address, for: .examination) { database in
                try await database.read { snapshot in
                    guard let mark = try DemoMark.find(in: snapshot) else { throw DemoRefusal.notTheDemo(address.description) }
                    let products = try ProductSummary.counts(in: snapshot).values.reduce(0, +)
                    let orders = try ChannelSales.since(Instant(microseconds: 0), in: snapshot).reduce(0) { $0 + $1.orders }
                    return DemoTraces(filledAt: mark.filledAt, products: products, orders: Int64(orders))
                }
            }
        } catch is OpeningRefusal {
            throw DemoRefusal.notTheDemo(address.description)
        }
    }
}
