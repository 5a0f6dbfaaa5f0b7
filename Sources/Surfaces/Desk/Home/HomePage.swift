import Channels
import Database
import Essentials
import Feed
import Hummingbird
import Inventory
import Orders
import Web

/// What needs somebody now, and how the last day was.
struct HomePage: Page {
    private static let most = 9

    let frame: Frame
    let sales: [SalesRow]
    let newest: [OrderRow]
    let endangered: Count
    let counts: Count
    let failed: [FollowerRow]
    let isNew: Bool

    /// How many there are, told exactly up to nine.
    struct Count: Shown {
        let number: Int

        static let answers: Answers = [
            "number": { min($0.number, HomePage.most) }, "isMore": { $0.number > HomePage.most }, "isNone": { $0.number == 0 },
        ]
    }

    init(_ visit: Visit, in snapshot: some Reading) throws {
        var inDanger = OrderList.Filter()
        inDanger.isEndangered = true
        let channels = try Channel.all(in: snapshot, archived: true)
        let names = Dictionary(channels.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let orders = try OrderList.page(limit: 10, in: snapshot).orders
        let last = try Feed.last(in: snapshot)
        frame = visit.frame(.home)
        sales = try ChannelSales.since(visit.now - .days(1), in: snapshot)
            .map { SalesRow(sales: $0, channel: names[$0.channel], total: $0.total.formatted(in: visit.language)) }
        newest = try OrderRow.rows(orders, language: visit.language, in: snapshot)
        endangered = Count(number: try OrderList.page(inDanger, limit: Self.most + 1, in: snapshot).orders.count)
        counts = Count(number: try CountDue.all(limit: Self.most + 1, in: snapshot).count)
        failed = try FollowerState.all(in: snapshot).filter { $0.failures > 0 }
            .map { FollowerRow($0, last: last, language: visit.language) }
        isNew = channels.isEmpty
    }

    static let answers: Answers = [
        "frame": \.frame, "sales": \.sales, "newest": \.newest, "endangered": \.endangered, "counts": \.counts, "failed": \.failed,
        "failures": \.failed.count, "hasFailed": { !$0.failed.isEmpty }, "hasNoSale": \.sales.isEmpty, "hasNoOrder": \.newest.isEmpty,
        "isNew": \.isNew, "isCalm": { $0.endangered.number == 0 && $0.counts.number == 0 && $0.failed.isEmpty },
    ]
}

/// What one channel has sold.
struct SalesRow: Shown {
    let sales: ChannelSales
    let channel: String?
    let total: String

    static let answers: Answers = [
        "channel": { $0.channel ?? $0.sales.channel.description }, "channelID": \.sales.channel.description, "orders": \.sales.orders,
        "total": \.total,
    ]
}

extension Desk {
    func showHome(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try HomePage(visit, in: $0) })
    }
}
