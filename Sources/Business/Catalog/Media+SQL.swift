import Database
import Essentials

extension Media: Readable {
    public init(row: inout Row) throws {
        self.init(
            id: try row.next(), product: try row.next(), position: try row.next(), url: try row.next(), alt: try row.next())
    }

    /// The pictures of these products in their order, in one statement.
    public static func of(_ products: [Product.ID], in reading: some Reading) throws -> [Product.ID: [Media]] {
        guard !products.isEmpty else { return [:] }
        let found = try reading.rows(
            "SELECT id, product, position, url, alt FROM media WHERE product IN \(list: products) ORDER BY product, position",
            as: Media.self)
        return Dictionary(grouping: found, by: \.product)
    }
}
