import Channels
import Database
import Essentials
import Hummingbird
import Orders
import Web

/// What needs somebody now, and how the day goes.
struct HomePage: DeskPage {
    let frame: Frame
    let needs: Needs
    let newest: [OrderRow]
    let sales: SalesPictures
    let isNew: Bool

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let channels = try ChannelOutline.all(in: snapshot)
        frame = visit.frame(.home)
        needs = try Needs(visit, in: snapshot)
        sales = SalesPictures(
            try SalesReport(by: visit.clock.zone, at: visit.now, in: snapshot), names: channels.names, language: visit.language)
        newest = try OrderRow.rows(OrderList.page(limit: 8, in: snapshot).orders, on: channels.names, visit, in: snapshot)
        isNew = channels.allSatisfy(\.isArchived)
    }

    static let answers: Answers = [
        "frame": \.frame, "needs": \.needs, "newest": \.newest, "hasNoOrder": \.newest.isEmpty, "sales": \.sales, "isNew": \.isNew,
    ]
}

extension Desk {
    func showHome(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try HomePage(visit, in: $0) })
    }
}
