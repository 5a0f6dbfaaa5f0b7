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
        let all = try Channel.all(in: snapshot, archived: true)
        let names = Dictionary(all.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let channels = all.filter { !$0.isArchived }
        frame = visit.frame(.home)
        needs = try Needs(visit, in: snapshot)
        sales = SalesPictures(try SalesReport(channels, at: visit.now, in: snapshot), names: names, language: visit.language)
        newest = try OrderRow.rows(OrderList.page(limit: 8, in: snapshot).orders, language: visit.language, in: snapshot)
        isNew = channels.isEmpty
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
