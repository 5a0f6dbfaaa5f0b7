import Database
import Essentials

extension ProductListing {
    /// The cards of these products as far as they are sold on a price list, in the order of the handles; one statement
    /// beside the one that finds the shelf.
    public static func cards(
        _ handles: [String], on list: PriceList.ID, language: String? = nil, in reading: some Reading
    ) throws -> [ProductCard] {
        guard !handles.isEmpty, let shelf = try Shelf.find([.all(on: list)], in: reading).values.first else { return [] }
        let found = try cards(
            of:
                "SELECT l.* FROM listing l JOIN product q ON q.seq = l.product WHERE l.shelf = \(shelf.id) AND q.handle IN \(list: handles)",
            on: list, language: language, order: "l.product", in: reading)
        let byHandle = Dictionary(found.map { ($0.1.handle, $0.1) }, uniquingKeysWith: { first, _ in first })
        return handles.compactMap { byHandle[$0] }
    }
}
