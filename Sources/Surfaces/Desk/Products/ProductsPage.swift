import Catalog
import Channels
import Database
import Essentials
import Hummingbird
import Inventory
import Web

/// Products by title, found by words of it, or by the beginning of an SKU or barcode; some are ticked to be changed
/// together, one is changed where it stands.
struct ProductsPage: DeskPage {
    static let length = 50

    let frame: Frame
    let filter: ProductFilter
    let views: Views
    let lists: [Choice]
    let rows: [ProductRow]
    let pager: Pager
    /// What shall be done with the ticked ones, as far as it was said.
    let asked: Form
    /// What was refused about the row that is changed, or about what was to be done with the ticked ones.
    let notices: FieldNotices

    /// - Parameter typed: the row that was sent and refused, for what `notices` say.
    init(
        _ visit: Visit, query: Fields? = nil, typed: Fields? = nil, notices: FieldNotices = FieldNotices(), asked: Form = Form(),
        in snapshot: some Reading
    ) throws {
        let query = query ?? visit.query
        let filter = try ProductFilter(query)
        let edited = visit.actor.may(.manager) ? try query.idIfAny("edit", of: Product.self) : nil
        let after = try query.textIfAny("after", upTo: 2_000)
        let found = try filter.page(after: after.flatMap { ProductSummary.Cursor($0) }, limit: Self.length + 1, in: snapshot)
        let products = found.prefix(Self.length)
        let variants = try Variant.of(products.map(\.id), in: snapshot)
        let ids = variants.values.joined().map(\.id)
        let lists = try PriceList.leadingFirst(in: snapshot)
        let prices = try lists.first.map { try Price.of(ids, on: $0.id, in: snapshot) } ?? [:]
        let totals = try StockTotal.of(ids, in: snapshot)
        let here = filter.address([("after", after)])
        frame = visit.frame(.products)
        self.filter = filter
        self.notices = asked.general == nil ? notices : asked.notices
        self.asked = asked
        self.lists = lists.map {
            Choice(value: $0.id.description, label: "\($0.name) (\($0.currency.code))", isChosen: $0.id.description == asked["list"])
        }
        views = try Views(of: "products", at: "/desk/products", filter.pairs, in: snapshot)
        rows = products.map { product in
            let own = variants[product.id] ?? []
            let free = own.filter(\.isTracked).reduce(Int64(0)) { $0 + (totals[$1.id]?.free ?? 0) }
            var row = ProductRow(
                product, variants: own, prices: own.compactMap { prices[$0.id] }, free: own.contains(where: \.isTracked) ? free : nil,
                clock: visit.clock)
            row.back = here
            row.edit = filter.address([("after", after), ("edit", product.id.description)])
            if product.id == edited { row.form = typed.map { Form(typed: $0, notices: notices) } ?? Form(row.values, notices: notices) }
            return row
        }
        let last = found.count > Self.length ? products.last : nil
        pager = Pager(
            first: after.map { _ in filter.address() }, next: last.map { filter.address([("after", $0.cursor.description)]) })
    }

    static let answers: Answers = [
        "frame": \.frame, "filter": \.filter, "views": \.views, "lists": \.lists, "hasLists": { $0.lists.count > 1 },
        "list": { $0.lists.first?.value }, "rows": \.rows, "asked": \.asked, "pager": \.pager, "notices": \.notices,
        "isEmpty": \.rows.isEmpty,
        "isSearch": { !$0.filter.isNone },
    ]
}

extension Desk {
    func showProducts(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try ProductsPage(visit, in: $0) })
    }
}
