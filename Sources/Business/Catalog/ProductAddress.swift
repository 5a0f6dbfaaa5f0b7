import Database
import Essentials

/// Where a product is found, and since when its page is as it is: for those who keep an index of the shop.
public struct ProductAddress: Sendable, Equatable {
    public let handle: String
    public let updatedAt: Instant

    /// A page of the products that are sold on a price list, in the order in which they were made.
    /// - Parameter number: from 1.
    public static func page(
        _ number: Int, size: Int, on list: PriceList.ID, in reading: some Reading
    ) throws -> [ProductAddress] {
        guard let shelf = try Shelf.find([.all(on: list)], in: reading).values.first else { return [] }
        return try reading.rows(
            """
            SELECT p.handle, p.updated_at FROM (
                SELECT product FROM listing WHERE shelf = \(shelf.id) ORDER BY product LIMIT \(size) OFFSET \((max(number, 1) - 1) * size)
            ) l JOIN product p ON p.seq = l.product ORDER BY p.seq
            """
        ) { ProductAddress(handle: try $0.next(), updatedAt: try $0.next()) }
    }

    /// How many there are.
    public static func count(on list: PriceList.ID, in reading: some Reading) throws -> Int {
        try Shelf.find([.all(on: list)], in: reading).values.first?.products ?? 0
    }
}
