import Channels
import Database
import Essentials
import Hummingbird
import Orders
import Places
import Web

/// Orders, newest first.
struct OrdersPage: DeskPage {
    static let length = 50

    let frame: Frame
    let form: Form
    let channels: [Choice]
    let views: Views
    let rows: [OrderRow]
    let pager: Pager
    let isFiltered: Bool

    init(_ visit: Visit, in snapshot: some Reading) throws {
        var filter = OrderList.Filter()
        filter.state = try visit.query.choiceIfAny("state", as: Order.State.self)
        filter.isEndangered = visit.query.has("endangered")
        let code = try visit.query.textIfAny("location", upTo: 40)
        filter.location = try code.flatMap { try Location.find(code: $0, in: snapshot)?.id }
        filter.channel = try visit.query.idIfAny("channel", of: Channel.self)
        let buyer = try visit.query.textIfAny("buyer", upTo: 200)
        filter.buyer = try buyer.map { try BuyerSearch($0, by: visit.actor, in: snapshot) }
        let before = try visit.query.integerIfAny("before").map(Int64.init)
        let isUnknown = code != nil && filter.location == nil
        let list = try isUnknown ? nil : OrderList.page(filter, before: before, limit: Self.length, in: snapshot)
        frame = visit.frame(.orders)
        form = Form(
            [
                "state": filter.state?.rawValue ?? "", "location": code ?? "", "endangered": filter.isEndangered ? "1" : "",
                "buyer": buyer ?? "",
            ],
            notices: isUnknown ? FieldNotices(DeskRefusal.noSuchLocation(code ?? "", field: "location")) : FieldNotices())
        let outlines = try ChannelOutline.all(in: snapshot)
        rows = try OrderRow.rows(list?.orders ?? [], on: outlines.names, visit, in: snapshot)
        isFiltered = filter != OrderList.Filter() || isUnknown
        let state = filter.state?.rawValue
        let endangered = filter.isEndangered ? "1" : nil
        let chosen = filter.channel
        channels = outlines.map {
            Choice(value: $0.id.description, label: $0.name, isChosen: $0.id == chosen)
        }
        let pairs: [(name: String, value: String?)] = [
            ("state", state), ("channel", chosen?.description), ("location", code), ("endangered", endangered),
        ]
        // Everybody sees saved views: none of them names a person.
        views = try Views(of: "orders", at: "/desk/orders", pairs, in: snapshot)
        let address = { (before: Int64?) in
            Fields.link("/desk/orders", pairs + [("buyer", buyer), ("before", before.map { String($0) })])
        }
        pager = Pager(first: before.map { _ in address(nil) }, next: list?.next.map { address($0) })
    }

    static let answers: Answers = [
        "frame": \.frame, "f": \.form, "channels": \.channels, "views": \.views, "rows": \.rows, "pager": \.pager,
        "isEmpty": \.rows.isEmpty, "isFiltered": \.isFiltered,
    ]
}

struct OrderRow: Shown {
    let order: Order
    let channel: String?
    let place: String?
    let buyer: String?
    let total: String
    let placedAt: Moment

    /// Orders with the names of their locations, and of who bought as far as it concerns whoever looks, in a number of statements
    /// that does not grow with them.
    static func rows(
        _ orders: [Order], on channels: [Channel.ID: String], _ visit: Visit, in snapshot: some Reading
    ) throws -> [OrderRow] {
        let places = try Location.find(Set(orders.compactMap(\.context.location)), in: snapshot)
        let buyers = try OrderList.buyers(of: orders, for: visit.actor, in: snapshot)
        return orders.map { order in
            OrderRow(
                order: order, channel: channels[order.context.channel], place: order.context.location.flatMap { places[$0]?.name },
                buyer: buyers[order.id], total: order.total.formatted(in: visit.language),
                placedAt: Moment(order.placedAt, visit.clock))
        }
    }

    static let answers: Answers = [
        "number": \.order.number, "channel": \.channel, "place": \.place, "buyer": \.buyer, "total": \.total, "placedAt": \.placedAt,
        "state": { Chosen($0.order.state.rawValue) }, "isEndangered": { $0.order.endangeredAt != nil },
    ]
}

extension Desk {
    func showOrders(_ visit: Visit) async throws -> Response {
        // A number that is typed into the search leads to its order.
        if let number = try visit.query.textIfAny("number", upTo: 20).flatMap({ Int64($0.drop { $0 == "#" }) }) {
            return .seeOther("/desk/orders/\(number)")
        }
        return try templates.response(try await database.read { try OrdersPage(visit, in: $0) })
    }
}
