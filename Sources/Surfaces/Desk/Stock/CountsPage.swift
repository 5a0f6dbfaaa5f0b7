import Catalog
import Channels
import Database
import Essentials
import Hummingbird
import Inventory
import Places
import Web

/// The shelves that must be counted, the longest waiting first.
struct CountsPage: DeskPage {
    static let length = 50
    /// Products of that name that one search looks among.
    private static let products = 200

    let frame: Frame
    let form: Form
    let place: Location?
    let rows: [CountRow]
    let pager: Pager
    let views: Views

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let search = try visit.query.textIfAny("search", upTo: 200)
        let code = try visit.query.textIfAny("location", upTo: 40)
        let place = try code.flatMap { code in
            try Location.ID(code).flatMap { try Location.find([$0], in: snapshot)[$0] } ?? Location.find(code: code, in: snapshot)
        }
        let isUnknown = code != nil && place == nil
        let after = try visit.query.textIfAny("after", upTo: 200).flatMap { CountDue($0) }
        let wanted = try search.map { words in
            let products = try ProductSummary.page(search: words, limit: Self.products, in: snapshot)
            return try Variant.of(products.map(\.id), in: snapshot).values.joined().map(\.id)
        }
        let found =
            try isUnknown || wanted?.isEmpty == true
            ? [] : CountDue.all(at: place?.id, of: wanted, after: after, limit: Self.length + 1, in: snapshot)
        let due = found.prefix(Self.length)
        let names = try VariantName.of(due.map(\.variant), in: snapshot)
        let places = try Location.find(Set(due.map(\.location)), in: snapshot)
        let pairs: [(name: String, value: String?)] = [("search", search), ("location", code)]
        frame = visit.frame(.stock)
        form = Form(
            ["search": search ?? "", "location": place?.code ?? code ?? ""],
            notices: isUnknown ? FieldNotices(DeskRefusal.noSuchLocation(code ?? "", field: "location")) : FieldNotices())
        self.place = place
        rows = due.map { CountRow(due: $0, name: names[$0.variant], place: places[$0.location], since: Moment($0.since, visit.clock)) }
        pager = Pager(
            first: after.map { _ in Fields.link("/desk/stock/counts", pairs) },
            next: found.count > Self.length
                ? Fields.link("/desk/stock/counts", pairs + [("after", found[Self.length - 1].description)]) : nil)
        views = try Views(of: "counts", at: "/desk/stock/counts", pairs, in: snapshot)
    }

    static let answers: Answers = [
        "frame": \.frame, "f": \.form, "place": \.place?.name, "rows": \.rows, "isEmpty": \.rows.isEmpty, "pager": \.pager,
        "views": \.views, "isFiltered": { !$0.views.query.isEmpty },
    ]
}

struct CountRow: Shown {
    let due: CountDue
    let name: VariantName?
    let place: Location?
    let since: Moment

    private var address: String {
        Fields.link(
            "/desk/stock/\(due.variant)/at/\(due.location)", ["pool": due.pool == 0 ? nil : Channel.ID(bits: due.pool).description])
    }

    static let answers: Answers = [
        "address": \.address, "what": \.name, "place": \.place?.name, "missing": \.due.missing, "since": \.since,
    ]
}

extension Desk {
    func showCounts(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try CountsPage(visit, in: $0) })
    }
}
