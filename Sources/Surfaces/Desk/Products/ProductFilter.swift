import Catalog
import Database
import Essentials
import Web

/// Which products a list shows: from its address, and back into one.
struct ProductFilter: Shown, Equatable {
    var search = ""
    var status: Product.Status?
    var vendor: String?
    var type: String?

    init(_ fields: Fields) throws {
        search = try fields.textIfAny("search", upTo: 200) ?? ""
        status = try fields.choiceIfAny("status", as: Product.Status.self)
        vendor = try fields.textIfAny("vendor", upTo: 255)
        type = try fields.textIfAny("type", upTo: 255)
    }

    init() {}

    var isNone: Bool { self == ProductFilter() }

    var pairs: [(name: String, value: String?)] {
        [("search", search.isEmpty ? nil : search), ("status", status?.rawValue), ("vendor", vendor), ("type", type)]
    }

    func address(_ more: [(name: String, value: String?)] = []) -> String { Fields.link("/desk/products", pairs + more) }

    func page(after cursor: ProductSummary.Cursor? = nil, limit: Int, in snapshot: some Reading) throws -> [ProductSummary] {
        try ProductSummary.page(search: search, status: status, vendor: vendor, type: type, after: cursor, limit: limit, in: snapshot)
    }

    static let answers: Answers = [
        "search": \.search, "status": { Chosen($0.status?.rawValue ?? "any") }, "statusValue": { $0.status?.rawValue }, "vendor": \.vendor,
        "type": \.type, "isNone": \.isNone,
    ]
}
