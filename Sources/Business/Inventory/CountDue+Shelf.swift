import Catalog
import Database
import Essentials
import Places

extension CountDue {
    /// Whether this shelf must be counted.
    public static func isOwed(
        _ variant: Variant.ID, at location: Location.ID, pool: UInt128 = 0, in snapshot: some Reading
    ) throws -> Bool {
        try snapshot.exists("SELECT 1 FROM count_due WHERE location = \(location) AND variant = \(variant) AND pool = \(pool)")
    }
}
