import Catalog
import Database
import Essentials
import Hummingbird
import Inventory
import Places
import Web

/// How much there is of everything, over all locations or at one.
struct StockPage: Page {
    static let length = 25

    let frame: Frame
    let search: String
    let place: Location?
    let form: Form
    let rows: [StockRow]
    let pager: Pager

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let search = try visit.query.textIfAny("search", upTo: 200) ?? ""
        let code = try visit.query.textIfAny("location", upTo: 40)
        let place = try code.flatMap { try Location.find(code: $0, in: snapshot) }
        let after = try visit.query.textIfAny("after", upTo: 2_000).flatMap { ProductSummary.Cursor($0) }
        let found = try ProductSummary.page(search: search, after: after, limit: Self.length + 1, in: snapshot)
        let products = found.prefix(Self.length)
        let variants = try Variant.of(products.map(\.id), in: snapshot)
        let totals = try StockTotal.of(variants.values.joined().map(\.id), at: place.map { [$0.id] }, in: snapshot)
        frame = visit.frame(.stock)
        self.search = search
        self.place = place
        let unknown = code != nil && place == nil
        form = Form(
            ["search": search, "location": code ?? ""],
            notices: unknown ? FieldNotices(DeskRefusal.noSuchLocation(code ?? "", field: "location")) : FieldNotices())
        rows = products.flatMap { product in
            (variants[product.id] ?? []).map { variant in
                StockRow(
                    product: product.title, variant: variant, total: totals[variant.id] ?? StockTotal(variant: variant.id),
                    place: place?.id)
            }
        }
        let address = { (after: String?) in
            Fields.link("/desk/stock", ["search": search.isEmpty ? nil : search, "location": code, "after": after])
        }
        let last = found.count > Self.length ? products.last : nil
        pager = Pager(first: after.map { _ in address(nil) }, next: last.map { address($0.cursor.description) })
    }

    static let answers: Answers = [
        "frame": \.frame, "f": \.form, "place": \.place?.name, "rows": \.rows, "pager": \.pager, "isEmpty": \.rows.isEmpty,
        "isSearch": { !$0.search.isEmpty },
    ]
}

struct StockRow: Shown {
    let product: String
    let variant: Variant
    let total: StockTotal
    /// The location at which it is looked at; `nil` for all of them.
    let place: Location.ID?

    private var address: String {
        "/desk/stock/\(variant.id)" + (place.map { "/at/\($0)" } ?? "")
    }

    static let answers: Answers = [
        "address": \.address, "product": \.product, "variant": { $0.variant.title.isEmpty ? nil : $0.variant.title },
        "sku": \.variant.sku, "onHand": \.total.onHand, "free": \.total.free, "held": \.total.held,
        "committed": { $0.total.of(.committed) }, "aside": { $0.total.of(.damaged) + $0.total.of(.quality) },
        "isTracked": \.variant.isTracked, "isOut": { $0.total.free <= 0 },
    ]
}

extension Desk {
    func showStock(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try StockPage(visit, in: $0) })
    }
}
