import Customers
import Essentials
import Hummingbird
import Orders
import Places
import Staff
import Web

/// One sale with its receipt, to be printed once more.
struct SalePage: Page {
    let language: String
    let number: Int64
    let note: String?
    let isCancelled: Bool
    /// The slip as HTML: it is in the language of the channel, whoever prints it.
    let slip: String

    static let answers: Answers = [
        "language": \.language, "number": \.number, "note": \.note, "isCancelled": \.isCancelled, "slip": \.slip,
    ]
}

/// What was printed: for the customer, in the language of the channel that sold it.
struct Slip: Page {
    let retailer: String?
    struct Line: Shown {
        let quantity: Int64
        let title: String
        let amount: String
        /// What it would have cost; nothing for what was sold at its price.
        let before: String?
        /// What the associate wrote beside it.
        let remark: String?
        static let answers: Answers = [
            "quantity": \.quantity, "title": \.title, "amount": \.amount, "before": \.before, "remark": \.remark,
        ]
    }

    struct Tender: Shown {
        let name: Sentence
        let reference: String?
        let amount: String
        static let answers: Answers = ["name": \.name, "reference": \.reference, "amount": \.amount]
    }

    let shop: String
    let lines: [String]
    let language: String
    let number: Int64
    let at: String
    let person: String
    let sold: [Line]
    let tenders: [Tender]
    let customer: String?
    let total: String

    static let answers: Answers = [
        "retailer": \.retailer, "shop": \.shop, "lines": \.lines, "language": \.language, "number": \.number, "at": \.at,
        "person": \.person, "sold": \.sold,
        "tenders": \.tenders, "customer": \.customer, "total": \.total,
    ]
}

extension Till {
    func showSale(_ request: Request, _ context: SeamContext) async throws -> Response {
        try await atCounter(request, context) { counter in
            guard let id = context.parameter("order").flatMap({ Order.ID($0) }) else { throw TillRefusal.noSale }
            let (detail, notes, people) = try await database.read { snapshot in
                guard let order = try Order.find(id, in: snapshot), order.context.location == counter.location.id else {
                    throw TillRefusal.noSale
                }
                let seller = try order.context.staff.flatMap { try StaffMember.find($0, in: snapshot) }
                let customer = try order.customer.flatMap { try Customer.find($0, in: snapshot) }
                return (
                    try OrderDetail.load(order, by: counter.actor, in: snapshot), try SaleNote.of(order.id, in: snapshot),
                    (seller: seller?.name ?? "", customer: customer?.name)
                )
            }
            func said(_ money: Money) -> String { money.formatted(in: counter.channel.language) }
            func note(_ position: Int?) -> String? { notes.first { $0.position == position }?.text }
            let slip = Slip(
                retailer: counter.retailer, shop: counter.location.name, lines: counter.location.receiptLines,
                language: counter.channel.language,
                number: detail.order.number, at: counter.said(detail.order.placedAt, in: counter.channel.language), person: people.seller,
                sold: detail.lines.map { line in
                    let before = line.listPrice * line.quantity
                    return .init(
                        quantity: line.quantity, title: line.title, amount: said(line.total),
                        before: before > line.total ? said(before) : nil, remark: note(line.position))
                },
                tenders: detail.payments.map { .init(name: $0.tender, reference: $0.reference, amount: said($0.amount)) },
                customer: people.customer, total: said(detail.order.total))
            return try templates.response(
                SalePage(
                    language: counter.session.language, number: detail.order.number, note: note(nil),
                    isCancelled: detail.order.state == .cancelled, slip: String(buffer: try templates.render(slip))))
        }
    }
}

extension Payment {
    /// What a receipt calls the kind of tender.
    fileprivate var tender: Sentence {
        Tender.Kind.allCases.first { $0.provider == provider }?.name ?? Sentence(verbatim: provider)
    }
}
