import Catalog
import Database
import Essentials
import Hummingbird
import Places
import Web

/// What a field that takes a number or a handle may mean by the words that are in it so far, for a script to propose.
struct SuggestionsPage: DeskPage {
    enum Kind: String {
        case products, locations, collections
    }

    struct Entry: Shown {
        let value: String
        let label: String
        static let answers: Answers = ["value": \.value, "label": \.label]
    }

    private static let most = 8

    let frame: Frame
    let entries: [Entry]

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let search = try visit.query.textIfAny("search", upTo: 200) ?? ""
        frame = visit.frame(.found)
        switch try visit.query.choice("of", as: Kind.self) {
        case .products:
            entries = try ProductSummary.page(search: search, limit: Self.most, in: snapshot).map {
                Entry(value: $0.handle, label: $0.title)
            }
        case .locations:
            entries = try Location.page(search: search, limit: Self.most, in: snapshot).map {
                Entry(value: $0.code, label: "\($0.name), \($0.address.city)")
            }
        case .collections:
            entries = try CollectionDetail.page(search: search, limit: Self.most, in: snapshot).map {
                Entry(value: $0.collection.handle, label: $0.collection.title)
            }
        }
    }

    static let answers: Answers = ["frame": \.frame, "entries": \.entries]
}

extension Desk {
    func showSuggestions(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try SuggestionsPage(visit, in: $0) })
    }
}
