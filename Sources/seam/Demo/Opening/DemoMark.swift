import Database
import Essentials

/// Says of a database that it holds the demo shop and was filled by us: only such a one may be started again.
struct DemoMark: Sendable, Equatable {
    let filledAt: Instant

    func set(in transaction: Transaction) throws {
        try transaction.run("INSERT INTO demo_mark (filled_at) VALUES (\(filledAt))")
    }

    /// `nil` for a shop that is not the demo's.
    static func find(in reading: some Reading) throws -> DemoMark? {
        try reading.row("SELECT filled_at FROM demo_mark ORDER BY filled_at LIMIT 1") { DemoMark(filledAt: try $0.next()) }
    }
}
