import Essentials
import Hummingbird
import Orders
import Places
import Staff
import Web

/// One sale as its receipt, to be printed once more.
struct SalePage: Page {
    struct Line: Shown {
        let quantity: Int64
        let title: String
        let amount: String
        static let answers: Answers = ["quantity": \.quantity, "title": \.title, "amount": \.amount]
    }

    let shop: String
    let lines: [String]
    let language: String
    let number: Int64
    let at: String
    let person: String
    let sold: [Line]
    let total: String
    let isCancelled: Bool

    static let answers: Answers = [
        "shop": \.shop, "lines": \.lines, "language": \.language, "number": \.number, "at": \.at, "person": \.person, "sold": \.sold,
        "total": \.total, "isCancelled": \.isCancelled,
    ]
}

extension Till {
    func showSale(_ request: Request, _ context: SeamContext) async throws -> Response {
        try await atCounter(request, context) { counter in
            guard let id = context.parameter("order").flatMap({ Order.ID($0) }) else { throw TillRefusal.noSale }
            let (detail, person) = try await database.read { snapshot in
                guard let order = try Order.find(id, in: snapshot), order.context.location == counter.location.id else {
                    throw TillRefusal.noSale
                }
                let person = try order.context.staff.flatMap { try StaffMember.find($0, in: snapshot) }
                return (try OrderDetail.load(order, by: counter.actor, in: snapshot), person?.name ?? "")
            }
            let language = counter.channel.language
            let page = SalePage(
                shop: counter.location.name, lines: counter.location.receiptLines, language: counter.session.language,
                number: detail.order.number, at: counter.said(detail.order.placedAt), person: person,
                sold: detail.lines.map { .init(quantity: $0.quantity, title: $0.title, amount: $0.total.formatted(in: language)) },
                total: detail.order.total.formatted(in: language), isCancelled: detail.order.state == .cancelled)
            return try templates.response(page)
        }
    }
}
