import Catalog
import Database
import Essentials
import Places

/// A shelf that must be counted, because more was sold from it than the books had.
public struct CountDue: Sendable, Equatable {
    public let variant: Variant.ID
    public let location: Location.ID
    public let pool: UInt128
    public let since: Instant
    /// How many units the books lacked, in all.
    public let missing: Int64

    /// A channel's own shelves that must be counted, of these variants.
    static func of(_ pool: UInt128, among variants: [Variant.ID], in snapshot: some Reading) throws -> [CountDue] {
        try snapshot.rows(
            """
            SELECT variant, location, pool, since, missing FROM count_due WHERE pool = \(pool) AND variant IN \(list: variants)
            """
        ) { try CountDue(variant: $0.next(), location: $0.next(), pool: $0.next(), since: $0.next(), missing: $0.next()) }
    }

    /// The oldest first.
    public static func all(at location: Location.ID? = nil, limit: Int, in snapshot: some Reading) throws -> [CountDue] {
        var sql: SQL = "SELECT variant, location, pool, since, missing FROM count_due"
        if let location { sql += " WHERE location = \(location)" }
        sql += " ORDER BY since, variant LIMIT \(limit)"
        return try snapshot.rows(sql) {
            try CountDue(variant: $0.next(), location: $0.next(), pool: $0.next(), since: $0.next(), missing: $0.next())
        }
    }
}
