import Database
import Essentials

extension ProductListing {
    /// The cards of these products as far as they are sold on a price list, in the order of the handles; one statement
    /// beside the one that finds the shelf.
    public static func cards(
        _ handles: [String], on list: PriceList.ID, language: String? = nil, in reading: some Reading
    ) throws -> [ProductCard] {
        guard !handles.isEmpty else { return [] }
        let found = try sold(where: "q.handle IN \(list: handles)", on: list, language: language, in: reading)
        let byHandle = Dictionary(found.map { ($0.handle, $0) }, uniquingKeysWith: { first, _ in first })
        return handles.compactMap { byHandle[$0] }
    }

    /// The same for products that are known by their ids.
    public static func cards(
        _ products: [Product.ID], on list: PriceList.ID, language: String? = nil, in reading: some Reading
    ) throws -> [ProductCard] {
        guard !products.isEmpty else { return [] }
        let found = try sold(where: "q.id IN \(list: products)", on: list, language: language, in: reading)
        let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return products.compactMap { byID[$0] }
    }

    private static func sold(
        where condition: SQL, on list: PriceList.ID, language: String?, in reading: some Reading
    ) throws -> [ProductCard] {
        guard let shelf = try Shelf.find([.all(on: list)], in: reading).values.first else { return [] }
        return try cards(
            of: "SELECT l.* FROM listing l JOIN product q ON q.seq = l.product WHERE l.shelf = \(shelf.id) AND \(sql: condition)",
            on: list, language: language, order: "l.product", in: reading
        ).map(\.1)
    }
}
