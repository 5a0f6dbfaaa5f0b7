import Catalog
import Database
import Essentials
import Hummingbird
import Web

/// The collections that are in use, by title.
struct CollectionsPage: DeskPage {
    static let length = 50

    let frame: Frame
    let search: String
    let rows: [CollectionRow]
    let pager: Pager

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let search = try visit.query.textIfAny("search", upTo: 200) ?? ""
        let after = try visit.query.idIfAny("after", of: Collection.self)
        let last = try after.flatMap { try Collection.find([$0], in: snapshot)[$0] }
        let found = try CollectionDetail.page(search: search, after: last, limit: Self.length + 1, in: snapshot).map(\.collection)
        let sizes = try Collection.sizes(of: found.map(\.id), in: snapshot)
        frame = visit.frame(.collections)
        self.search = search
        rows = found.prefix(Self.length).map { CollectionRow(collection: $0, size: sizes[$0.id] ?? 0) }
        let address = { (after: String?) in
            Fields.link("/desk/collections", ["search": search.isEmpty ? nil : search, "after": after])
        }
        pager = Pager(
            first: after.map { _ in address(nil) },
            next: found.count > Self.length ? address(found[Self.length - 1].id.description) : nil)
    }

    static let answers: Answers = [
        "frame": \.frame, "search": \.search, "rows": \.rows, "pager": \.pager, "isEmpty": \.rows.isEmpty,
        "isSearch": { !$0.search.isEmpty },
    ]
}

struct CollectionRow: Shown {
    let collection: Collection
    let size: Int

    static let answers: Answers = [
        "id": \.collection.id.description, "title": \.collection.title, "handle": \.collection.handle, "size": \.size,
        "hasRule": { $0.collection.rule != nil }, "sort": { Chosen($0.collection.sort.rawValue) },
    ]
}

/// A collection where only its name is wanted.
struct CollectionName: Shown {
    let id: String
    let title: String
    let handle: String
    let hasRule: Bool

    init(_ collection: Collection) {
        id = collection.id.description
        title = collection.title
        handle = collection.handle
        hasRule = collection.rule != nil
    }

    static let answers: Answers = ["id": \.id, "collection": \.title, "handle": \.handle, "hasRule": \.hasRule]
}

extension Desk {
    func showCollections(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try CollectionsPage(visit, in: $0) })
    }
}
