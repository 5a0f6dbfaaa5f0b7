import Catalog
import Database
import Essentials
import Hummingbird
import Orders
import Places
import Web

/// What words may mean anywhere in the shop: an order's number, whoever bought, products, places, collections.
struct FoundPage: DeskPage {
    private static let most = 8

    /// One thing that was found.
    struct Thing: Shown {
        let kind: String
        let name: String
        let detail: String
        let address: String

        static let answers: Answers = ["kind": { Chosen($0.kind) }, "name": \.name, "detail": \.detail, "address": \.address]
    }

    let frame: Frame
    let search: String
    let things: [Thing]

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let search = try visit.query.textIfAny("search", upTo: 200) ?? ""
        frame = visit.frame(.found)
        self.search = search
        things = search.isEmpty ? [] : try Self.things(search, visit, in: snapshot)
    }

    private static func things(_ search: String, _ visit: Visit, in snapshot: some Reading) throws -> [Thing] {
        let orders = try orders(search, visit, in: snapshot)
        let products = try ProductSummary.page(search: search, limit: most, in: snapshot).map {
            Thing(kind: "product", name: $0.title, detail: $0.vendor, address: "/desk/products/\($0.id)")
        }
        let places = try Location.page(search: search, limit: most / 2, in: snapshot).map {
            Thing(kind: "location", name: $0.name, detail: "\($0.code) \($0.address.city)", address: "/desk/locations/\($0.id)")
        }
        let collections = try CollectionDetail.page(search: search, limit: most / 2, in: snapshot).map {
            Thing(
                kind: "collection", name: $0.collection.title, detail: $0.collection.handle,
                address: "/desk/collections/\($0.collection.id)")
        }
        return orders + products + places + collections
    }

    /// The order of that number, and the latest ones of whoever is called or reached so.
    private static func orders(_ search: String, _ visit: Visit, in snapshot: some Reading) throws -> [Thing] {
        let number = Int64(search.drop { $0 == "#" })
        let numbered = try number.flatMap { try Order.find(number: $0, in: snapshot) }.map { [$0] } ?? []
        var filter = OrderList.Filter()
        filter.buyer = visit.actor.maySomewhere(.associate) ? try BuyerSearch(search, by: visit.actor, in: snapshot) : nil
        let bought = filter.buyer == nil ? [] : try OrderList.page(filter, limit: most / 2, in: snapshot).orders
        let orders = numbered + bought.filter { $0.number != numbered.first?.number }
        let buyers = try OrderList.buyers(of: orders, for: visit.actor, in: snapshot)
        return orders.map { order in
            let total = order.total.formatted(in: visit.language)
            return Thing(
                kind: "order", name: "#\(order.number)", detail: buyers[order.id].map { "\($0), \(total)" } ?? total,
                address: "/desk/orders/\(order.number)")
        }
    }

    static let answers: Answers = [
        "frame": \.frame, "search": \.search, "things": \.things, "isEmpty": \.things.isEmpty, "isSearch": { !$0.search.isEmpty },
    ]
}

extension Desk {
    func showFound(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try FoundPage(visit, in: $0) })
    }
}
