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

    /// The oldest first, a page at a time.
    /// - Parameters:
    ///   - variants: only of these; `nil` for all.
    ///   - last: the last one of the page before.
    public static func all(
        at location: Location.ID? = nil, of variants: [Variant.ID]? = nil, after last: CountDue? = nil, limit: Int,
        in snapshot: some Reading
    ) throws -> [CountDue] {
        var condition: SQL = "TRUE"
        if let location { condition += " AND location = \(location)" }
        if let variants { condition += " AND variant IN \(list: variants)" }
        if let last {
            condition +=
                " AND (since, variant, location, pool) > (\(last.since), \(last.variant), \(last.location), \(last.pool))"
        }
        return try snapshot.rows(
            """
            SELECT variant, location, pool, since, missing FROM count_due WHERE \(sql: condition)
            ORDER BY since, variant, location, pool LIMIT \(limit)
            """
        ) { try CountDue(variant: $0.next(), location: $0.next(), pool: $0.next(), since: $0.next(), missing: $0.next()) }
    }
}

extension CountDue: LosslessStringConvertible {
    /// Its place in the list, as an address names it: `var_…~loc_…~0~1763…`
    public init?(_ description: String) {
        let parts = description.split(separator: "~").map(String.init)
        guard parts.count == 4, let variant = Variant.ID(parts[0]), let location = Location.ID(parts[1]),
            let pool = UInt128(parts[2], radix: 16), let since = Int64(parts[3])
        else { return nil }
        self.init(variant: variant, location: location, pool: pool, since: Instant(microseconds: since), missing: 0)
    }

    public var description: String { "\(variant)~\(location)~\(String(pool, radix: 16))~\(since.microseconds)" }
}
