import Essentials
import Foundation
import Hummingbird
import Orders
import Places
import Web

/// The sales of this shop, the newest first.
struct SalesPage: Page {
    struct Sale: Shown {
        let path: String
        let number: Int64
        let at: String
        let total: String
        let isCancelled: Bool
        static let answers: Answers = [
            "path": \.path, "number": \.number, "at": \.at, "total": \.total, "isCancelled": \.isCancelled,
        ]
    }

    let shop: String
    let language: String
    let sales: [Sale]
    /// The address of the page with earlier ones.
    let earlier: String?

    static let answers: Answers = [
        "shop": \.shop, "language": \.language, "sales": \.sales, "isEmpty": { $0.sales.isEmpty }, "earlier": \.earlier,
    ]
}

extension Till {
    func showSales(_ request: Request, _ context: SeamContext) async throws -> Response {
        try await atCounter(request, context) { counter in
            let before = try request.query().integerIfAny("before", in: 1...Int.max).map(Int64.init)
            var filter = OrderList.Filter()
            filter.location = counter.location.id
            let list = try await database.read { [filter] in try OrderList.page(filter, before: before, limit: 30, in: $0) }
            let sales = list.orders.map { order in
                SalesPage.Sale(
                    path: "/till/sales/\(order.id)", number: order.number, at: counter.said(order.placedAt),
                    total: order.total.formatted(in: counter.session.language), isCancelled: order.state == .cancelled)
            }
            let page = SalesPage(
                shop: counter.location.name, language: counter.session.language, sales: sales,
                earlier: list.next.map { "/till/sales?before=\($0)" })
            return try templates.response(page)
        }
    }
}

extension Counter {
    /// A moment as the clock on the wall of the shop shows it.
    /// - Parameter language: that of whoever is at the till, unless it is for the customer.
    func said(_ instant: Instant, in language: String? = nil) -> String {
        var style = Date.FormatStyle(
            date: .abbreviated, time: .shortened, locale: Locale(identifier: language ?? session.language))
        style.timeZone = TimeZone(identifier: location.timeZone.name) ?? .gmt
        return instant.date.formatted(style)
    }

    /// The day of a moment in the shop.
    func saidDay(_ instant: Instant) -> String {
        var style = Date.FormatStyle(date: .complete, time: .omitted, locale: Locale(identifier: session.language))
        style.timeZone = TimeZone(identifier: location.timeZone.name) ?? .gmt
        return instant.date.formatted(style)
    }
}
