import Database
import Essentials

/// A choice by which a list of products can be narrowed, and how many would be left.
public struct ProductFacet: Sendable, Equatable {
    public enum Kind: Sendable {
        case vendor, type, tag

        var shelf: Shelf.Kind {
            switch self {
            case .vendor: .vendor
            case .type: .type
            case .tag: .tag
            }
        }
    }

    public let name: String
    public let count: Int

    /// The vendors, types or tags of the products that match, by name. What the query itself chooses of that kind is not
    /// minded, so that another choice can be seen beside it. Read from the shelves when nothing narrows the list.
    public static func find(
        _ kind: Kind, for query: ProductQuery, on list: PriceList.ID, in reading: some Reading
    ) throws -> [ProductFacet] {
        guard let walk = try ShelfWalk(query, on: list, without: kind.shelf, in: reading) else { return [] }
        let sql: SQL =
            if walk.isWholeFloor, query.collection == nil {
                "SELECT name, products FROM shelf WHERE list = \(list) AND kind = \(kind.shelf) AND products > 0 ORDER BY key"
            } else {
                """
                SELECT s.name, count(*) FROM (\(sql: walk.products)) x CROSS JOIN listing f CROSS JOIN shelf s
                WHERE f.product = x.product AND s.id = f.shelf AND s.kind = \(kind.shelf) AND s.list = \(list)
                GROUP BY s.id, s.name, s.key ORDER BY s.key
                """
            }
        return try reading.rows(sql) { ProductFacet(name: try $0.next(), count: try $0.next()) }
    }
}
