import Catalog
import Database
import Essentials
import Hummingbird
import Web

/// Products by title, found by words of it, or by the beginning of an SKU or barcode.
struct ProductsPage: Page {
    static let length = 50

    let frame: Frame
    let search: String
    let status: Product.Status?
    let rows: [ProductRow]
    let pager: Pager

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let search = try visit.query.textIfAny("search", upTo: 200) ?? ""
        let status = try visit.query.choiceIfAny("status", as: Product.Status.self)
        let after = try visit.query.textIfAny("after", upTo: 2_000).flatMap { ProductSummary.Cursor($0) }
        let found = try ProductSummary.page(search: search, status: status, after: after, limit: Self.length + 1, in: snapshot)
        let products = found.prefix(Self.length)
        let variants = try Variant.of(products.map(\.id), in: snapshot)
        frame = visit.frame(.products)
        self.search = search
        self.status = status
        rows = products.map { ProductRow($0, variants: variants[$0.id] ?? [], language: visit.language) }
        let address = { (after: String?) in
            Fields.link("/desk/products", ["search": search.isEmpty ? nil : search, "status": status?.rawValue, "after": after])
        }
        let last = found.count > Self.length ? products.last : nil
        pager = Pager(first: after.map { _ in address(nil) }, next: last.map { address($0.cursor.description) })
    }

    static let answers: Answers = [
        "frame": \.frame, "search": \.search, "status": { Chosen($0.status?.rawValue ?? "any") }, "rows": \.rows, "pager": \.pager,
        "isEmpty": \.rows.isEmpty, "isSearch": { !$0.search.isEmpty || $0.status != nil },
    ]
}

struct ProductRow: Shown {
    let product: ProductSummary
    let sku: String?
    let barcode: String?
    /// How many variants, when there is more than one.
    let count: Int?
    let updatedAt: Moment

    init(_ product: ProductSummary, variants: [Variant], language: String) {
        self.product = product
        sku = variants.first?.sku
        barcode = variants.first?.barcode
        count = variants.count > 1 ? variants.count : nil
        updatedAt = Moment(product.updatedAt, language)
    }

    static let answers: Answers = [
        "id": \.product.id.description, "title": \.product.title, "vendor": \.product.vendor, "image": \.product.image?.url,
        "status": { Chosen($0.product.status.rawValue) }, "sku": \.sku, "barcode": \.barcode, "count": \.count, "updatedAt": \.updatedAt,
    ]
}

extension Desk {
    func showProducts(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try ProductsPage(visit, in: $0) })
    }
}
