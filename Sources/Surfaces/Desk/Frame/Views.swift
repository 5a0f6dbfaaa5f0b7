import Database
import Essentials
import Hummingbird
import Staff
import Web

/// The views of a list that somebody saved, and the filters of now, to save them as another one.
struct Views: Shown {
    struct Entry: Shown {
        let id: String
        let name: String
        let address: String
        let isHere: Bool
        static let answers: Answers = ["viewID": \.id, "viewName": \.name, "address": \.address, "isHere": \.isHere]
    }

    let list: String
    let path: String
    let entries: [Entry]
    /// The filters of now; empty when there are none.
    let query: String

    /// - Parameters:
    ///   - list: which list: `products`.
    ///   - pairs: its filters now, without the place in the list.
    init(of list: String, at path: String, _ pairs: [(name: String, value: String?)], in snapshot: some Reading) throws {
        let here = Fields.link(path, pairs)
        let query = here.count > path.count ? String(here.dropFirst(path.count + 1)) : ""
        self.list = list
        self.path = path
        self.query = query
        entries = try SavedView.of(list, in: snapshot).map {
            Entry(id: $0.id.description, name: $0.name, address: path + "?" + $0.query, isHere: $0.query == query)
        }
    }

    static let answers: Answers = [
        "list": \.list, "path": \.path, "entries": \.entries, "query": \.query, "isAll": \.query.isEmpty,
        "isNew": { views in !views.query.isEmpty && !views.entries.contains(where: \.isHere) },
        "isThere": { !$0.entries.isEmpty || !$0.query.isEmpty }, "here": { $0.entries.first(where: \.isHere) },
    ]
}

extension Desk {
    /// The lists of which views are saved, and where each is.
    private static let lists = [
        "products": "/desk/products", "stock": "/desk/stock", "orders": "/desk/orders", "locations": "/desk/locations",
        "stories": "/desk/stories", "activity": "/desk/activity", "counts": "/desk/stock/counts",
    ]

    func acceptView(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let list = try form.text("list", upTo: 40)
        guard let path = Self.lists[list] else { throw DeskRefusal.nothingThere }
        let (name, query) = try (form.text("name", upTo: 120), form.text("query", upTo: 2_000))
        // Read and written again, so that a view is a list's filters and nothing else.
        let fields = try Fields(decoding: query.utf8, limit: 50)
        let filters = Fields.link("", fields.names.map { (name: $0, value: fields.typed($0)) }).dropFirst()
        try await database.write {
            try saveView(name, of: list, query: String(filters), by: visit.actor, in: $0, world: world)
        }
        return .seeOther(path + "?" + filters)
    }

    func acceptViewRemoval(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let id = try visit.id(of: SavedView.self)
        guard let path = Self.lists[form.typed("list")] else { throw DeskRefusal.nothingThere }
        try await database.write { try forgetView(id, by: visit.actor, in: $0) }
        return .seeOther(path)
    }
}
