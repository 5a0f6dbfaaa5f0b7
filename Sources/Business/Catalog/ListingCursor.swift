import Database

/// A place in a list of products, to go on behind it. Its text is for addresses; nobody reads it.
public struct ListingCursor: Sendable, Hashable, LosslessStringConvertible {
    let product: Int64
    let price: Int64
    let position: Int64
    let titleKey: String

    init(row: inout Row) throws {
        product = try row.next()
        titleKey = try row.next()
        position = try row.next(Int64?.self) ?? 0
        price = try row.next()
    }

    public init?(_ description: String) {
        let parts = description.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, let product = Int64(parts[0], radix: 36), let price = Int64(parts[1], radix: 36),
            let position = Int64(parts[2], radix: 36)
        else { return nil }
        self.product = product
        self.price = price
        self.position = position
        titleKey = String(parts[3])
    }

    public var description: String {
        [String(product, radix: 36), String(price, radix: 36), String(position, radix: 36), titleKey].joined(separator: ".")
    }
}
