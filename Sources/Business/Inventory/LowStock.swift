import Catalog
import Database
import Essentials

/// A variant of which few units are free, over all locations and all channels' stock together.
public struct LowStock: Sendable, Equatable {
    public let variant: Variant.ID
    /// Below zero when more is promised than there is.
    public let free: Int64

    /// Where the next page begins.
    public struct Cursor: Sendable, Equatable, LosslessStringConvertible {
        let free: Int64
        let variant: Variant.ID

        public init?(_ description: String) {
            let parts = description.split(separator: ".", maxSplits: 1)
            guard parts.count == 2, let free = Int64(parts[0]), let variant = Variant.ID(parts[1]) else { return nil }
            (self.free, self.variant) = (free, variant)
        }

        init(_ low: LowStock) {
            (free, variant) = (low.free, low.variant)
        }

        public var description: String { "\(free).\(variant)" }
    }

    public var cursor: Cursor { Cursor(self) }

    /// Those with the fewest units first.
    /// - Parameter most: only those with so many free units or fewer; `nil` for all that count as low.
    public static func page(
        upTo most: Int64? = nil, after cursor: Cursor? = nil, limit: Int, in reading: some Reading
    ) throws -> [LowStock] {
        var sql: SQL = "SELECT variant, free FROM low_stock WHERE free <= \(most ?? .max)"
        if let cursor { sql += " AND (free, variant) > (\(cursor.free), \(cursor.variant))" }
        sql += " ORDER BY free, variant LIMIT \(limit)"
        return try reading.rows(sql) { try LowStock(variant: $0.next(), free: $0.next()) }
    }
}
