import Catalog
import Channels
import Customers
import Database
import Essentials
import Feed
import Orders
import Places
import Staff
import Web

/// One order with all that belongs to it.
struct OrderPage: DeskPage {
    let frame: Frame
    let detail: OrderDetail
    let buyer: ContactRow?
    let channel: Channel?
    let place: Location?
    let staff: Subject?
    let lines: [OrderLineRow]
    let payments: [PaymentRow]
    let history: [HappeningRow]
    let total: String
    let mayCancel: Bool
    /// Whoever bought has no account that would be erased instead.
    let mayErase: Bool
    var refusal: Sentence?

    init(_ visit: Visit, _ order: Order, in snapshot: some Reading) throws {
        let language = visit.language
        let detail = try OrderDetail.load(order, by: visit.actor, in: snapshot)
        let places = try Location.find(
            Set(detail.demand.map(\.location) + [order.context.location].compactMap(\.self)), in: snapshot)
        let seller = order.context.staff?.description
        let origins = detail.history.map(\.origin)
        let names = try Subject.names(
            of: origins.map(\.actor) + origins.compactMap(\.channelID) + [seller].compactMap(\.self), in: snapshot)
        let demand = Dictionary(grouping: detail.demand, by: \.position)
        frame = visit.frame(.orders)
        self.detail = detail
        buyer =
            try detail.contact.map { ContactRow($0, language: language) }
            ?? detail.customer.flatMap { customer in
                ContactRow(customer, reachedBy: try ContactPoint.of([customer.id], in: snapshot)[customer.id] ?? [])
            }
        channel = try Channel.find(order.context.channel, in: snapshot)
        place = order.context.location.flatMap { places[$0] }
        staff = seller.map { Subject($0, named: names) }
        lines = detail.lines.map { line in
            OrderLineRow(line, from: (demand[line.position] ?? []).map { DemandRow($0, in: places) }, language: language)
        }
        payments = detail.payments.map { PaymentRow($0, clock: visit.clock) }
        history = try detail.history.compactMap { try HappeningRow($0, names: names, clock: visit.clock) }
        total = order.total.formatted(in: language)
        mayErase = detail.contact != nil && order.customer == nil && visit.actor.may(.manager)
        mayCancel = order.state == .placed && visit.actor.may(.manager)
    }

    private var placedAt: Moment { Moment(detail.order.placedAt, frame.clock) }
    /// Nothing for what the channel says already.
    private var source: String? { ["", "till"].contains(detail.order.context.source) ? nil : detail.order.context.source }
    private var endangeredAt: Moment? { Moment(detail.order.endangeredAt, frame.clock) }

    static let answers: Answers = [
        "frame": \.frame, "number": \.detail.order.number, "state": { Chosen($0.detail.order.state.rawValue) }, "placedAt": \.placedAt,
        "endangeredAt": \.endangeredAt, "isEndangered": { $0.detail.order.endangeredAt != nil },
        "channel": { $0.channel.map(ChannelName.init) }, "place": \.place?.name,
        "placeID": \.place?.id.description, "staff": \.staff, "source": \.source,
        "lines": \.lines, "total": \.total, "payments": \.payments, "hasNoPayment": \.payments.isEmpty, "history": \.history,
        "contact": \.buyer, "isContactWithheld": \.detail.isContactWithheld, "mayCancel": \.mayCancel,
        "mayErase": \.mayErase,
        "refusal": \.refusal,
    ]
}

struct OrderLineRow: Shown {
    let line: SaleLine
    let from: [DemandRow]
    let price: String
    let listPrice: String?
    let total: String

    init(_ line: SaleLine, from: [DemandRow], language: String) {
        self.line = line
        self.from = from
        price = line.unitPrice.formatted(in: language)
        listPrice = line.listPrice == line.unitPrice ? nil : line.listPrice.formatted(in: language)
        total = line.total.formatted(in: language)
    }

    static let answers: Answers = [
        "variant": \.line.variant.description, "title": \.line.title, "sku": \.line.sku, "quantity": \.line.quantity, "price": \.price,
        "listPrice": \.listPrice, "total": \.total, "from": \.from,
    ]
}

/// Where units of a line come from.
struct DemandRow: Shown {
    let demand: Demand
    let place: String

    init(_ demand: Demand, in places: [Location.ID: Location]) {
        self.demand = demand
        place = places[demand.location]?.name ?? demand.location.description
    }

    static let answers: Answers = [
        "units": \.demand.quantity, "place": \.place, "address": { "/desk/stock/\($0.demand.variant)/at/\($0.demand.location)" },
    ]
}

struct PaymentRow: Shown {
    let payment: Payment
    let amount: String
    let at: Moment

    init(_ payment: Payment, clock: ShopClock) {
        self.payment = payment
        amount = payment.amount.formatted(in: clock.language)
        at = Moment(payment.createdAt, clock)
    }

    static let answers: Answers = [
        "provider": \.payment.provider, "tender": { Chosen($0.payment.provider) },
        "isOther": { ![Payment.cash, Payment.terminal, "test"].contains($0.payment.provider) }, "amount": \.amount,
        "state": { Chosen($0.payment.state.rawValue) },
        "reference": \.payment.reference,
        "at": \.at,
    ]
}
