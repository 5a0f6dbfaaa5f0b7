import Catalog
import Database
import Essentials
import Hummingbird
import Orders
import Places
import Web

/// What words may mean anywhere in the shop: an order's number, products, places, collections.
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
        things = search.isEmpty ? [] : try Self.things(search, language: visit.language, in: snapshot)
    }

    private static func things(_ search: String, language: String, in snapshot: some Reading) throws -> [Thing] {
        let number = Int64(search.drop { $0 == "#" })
        let order = try number.flatMap { try Order.find(number: $0, in: snapshot) }.map {
            Thing(
                kind: "order", name: "#\($0.number)", detail: $0.total.formatted(in: language), address: "/desk/orders/\($0.number)")
        }
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
        return (order.map { [$0] } ?? []) + products + places + collections
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
