import Database
import Essentials
import Foundation
import Hummingbird
import Orders
import Places
import Staff
import Web

/// The X report: what the shop's tills have taken today, by tender. Looking at it changes nothing.
struct ReportPage: Page {
    struct Drawer: Shown {
        let name: Sentence
        let payments: Int64
        let taken: String
        let givenBack: String
        let net: String
        let balance: String
        static let answers: Answers = [
            "name": \.name, "payments": \.payments, "taken": \.taken, "givenBack": \.givenBack, "net": \.net, "balance": \.balance,
        ]
    }
    struct Seller: Shown {
        let name: String
        let sales: Int64
        let total: String
        static let answers: Answers = ["name": \.name, "sales": \.sales, "total": \.total]
    }

    let shop: String
    let language: String
    let day: String
    let at: String
    let sales: Int64
    let units: Int64
    let list: String
    let reduction: String
    let total: String
    let net: String
    let drawers: [Drawer]
    let sellers: [Seller]

    static let answers: Answers = [
        "shop": \.shop, "language": \.language, "day": \.day, "at": \.at, "sales": \.sales, "units": \.units, "list": \.list,
        "reduction": \.reduction, "total": \.total, "net": \.net, "drawers": \.drawers, "sellers": \.sellers,
        "isEmpty": { $0.sales == 0 },
    ]
}

extension Till {
    func showReport(_ request: Request, _ context: SeamContext) async throws -> Response {
        try await atCounter(request, context) { counter in
            let (zone, now) = (counter.location.timeZone, world.now)
            let midnight = zone.instant(on: zone.day(at: now), minute: 0)
            let (location, channel) = (counter.location.id, counter.channel)
            let (takings, people) = try await database.read { snapshot in
                let takings = try Takings.since(midnight, at: location, on: channel, in: snapshot)
                return (takings, try StaffMember.find(takings.sellers.compactMap(\.staff), in: snapshot))
            }
            func said(_ money: Money) -> String { money.formatted(in: counter.session.language) }
            let page = ReportPage(
                shop: counter.location.name, language: counter.session.language, day: counter.saidDay(now), at: counter.said(now),
                sales: takings.sales, units: takings.units, list: said(takings.list), reduction: said(takings.reduction),
                total: said(takings.total), net: said(takings.net),
                drawers: takings.drawers.map {
                    .init(
                        name: $0.kind.name, payments: $0.payments, taken: said($0.taken), givenBack: said($0.givenBack),
                        net: said($0.net), balance: said($0.balance))
                },
                sellers: takings.sellers.map {
                    .init(name: $0.staff.flatMap { people[$0]?.name } ?? "", sales: $0.sales, total: said($0.total))
                })
            return try templates.response(page)
        }
    }
}

extension Tender.Kind {
    /// What people call it.
    var name: Sentence {
        switch self {
        case .cash: "Cash"
        case .card: "Card"
        }
    }
}
