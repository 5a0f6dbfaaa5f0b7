import Catalog
import Database
import Essentials
import Hummingbird
import Inventory
import Places
import Web

/// How much there is of everything, over all locations or at one; or only of what is running low.
struct StockPage: DeskPage {
    static let length = 25

    /// How much of a thing there is, for those who look only at some.
    enum Level: String {
        /// Few are left, or none.
        case low
        /// None is free.
        case out
        /// More is promised than there is.
        case owed

        /// The most that is free of them; `nil` for what the shop's settings say.
        var most: Int64? {
            switch self {
            case .low: nil
            case .out: 0
            case .owed: -1
            }
        }
    }

    let frame: Frame
    let filter: ProductFilter
    let level: Level?
    let place: Location?
    let form: Form
    let views: Views
    let rows: [StockRow]
    let pager: Pager

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let filter = try ProductFilter(visit.query)
        let level = try visit.query.choiceIfAny("level", as: Level.self)
        let code = try visit.query.textIfAny("location", upTo: 40)
        let place = try code.flatMap { try Location.find(code: $0, in: snapshot) }
        let after = try visit.query.textIfAny("after", upTo: 2_000)
        let found = try level.map { try Found(level: $0, after: after, in: snapshot) } ?? Found(filter, after: after, in: snapshot)
        let totals = try StockTotal.of(found.variants.map(\.variant.id), at: place.map { [$0.id] }, in: snapshot)
        let unknown = code != nil && place == nil
        let pairs: [(name: String, value: String?)] =
            level.map { [("level", $0.rawValue), ("location", code)] } ?? (filter.pairs + [("location", code)])
        frame = visit.frame(.stock)
        self.filter = filter
        self.level = level
        self.place = place
        form = Form(
            ["search": filter.search, "location": code ?? "", "level": level?.rawValue ?? ""],
            notices: unknown ? FieldNotices(DeskRefusal.noSuchLocation(code ?? "", field: "location")) : FieldNotices())
        views = try Views(of: "stock", at: "/desk/stock", pairs, in: snapshot)
        rows = found.variants.map { product, variant in
            StockRow(product: product, variant: variant, total: totals[variant.id] ?? StockTotal(variant: variant.id), place: place?.id)
        }
        pager = Pager(
            first: after.map { _ in Fields.link("/desk/stock", pairs) },
            next: found.next.map { Fields.link("/desk/stock", pairs + [("after", $0)]) })
    }

    static let answers: Answers = [
        "frame": \.frame, "f": \.form, "filter": \.filter, "views": \.views, "place": \.place?.name, "rows": \.rows, "pager": \.pager,
        "isEmpty": \.rows.isEmpty, "isSearch": { !$0.filter.isNone || $0.level != nil },
    ]
}

/// The variants of one page, with the titles of their products, and where the next page begins.
private struct Found {
    let variants: [(product: String, variant: Variant)]
    let next: String?

    /// By the titles of their products.
    init(_ filter: ProductFilter, after: String?, in snapshot: some Reading) throws {
        let found = try filter.page(after: after.flatMap { ProductSummary.Cursor($0) }, limit: StockPage.length + 1, in: snapshot)
        let products = found.prefix(StockPage.length)
        let own = try Variant.of(products.map(\.id), in: snapshot)
        variants = products.flatMap { product in (own[product.id] ?? []).map { (product: product.title, variant: $0) } }
        next = found.count > StockPage.length ? products.last?.cursor.description : nil
    }

    /// By how few there are. What is no longer sold is left out.
    init(level: StockPage.Level, after: String?, in snapshot: some Reading) throws {
        let cursor = after.flatMap { LowStock.Cursor($0) }
        let found = try LowStock.page(upTo: level.most, after: cursor, limit: StockPage.length + 1, in: snapshot)
        let low = found.prefix(StockPage.length)
        let names = try VariantName.of(low.map(\.variant), in: snapshot)
        variants = low.compactMap { names[$0.variant] }.filter { $0.product.status != .archived && !$0.variant.isArchived }
            .map { (product: $0.product.title, variant: $0.variant) }
        next = found.count > StockPage.length ? low.last?.cursor.description : nil
    }
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
