import Catalog
import Database
import Inventory
import Ledger
import Orders

/// What does not add up in a shop's books.
struct Examination: Sendable, Equatable {
    /// A line each, as many of each kind as were asked for.
    let told: [String]
    /// All of them, told or not; of each kind no more than `most`.
    let count: Int

    /// A shop whose books are wrong from end to end fills no memory with them.
    static let most = 100_000

    /// Looks through the books beside those who sell by them.
    /// - Parameter limit: how many of each kind are told.
    static func make(of database: any Database, telling limit: Int) async throws -> Examination {
        try await database.read { snapshot in
            let told = try findings(in: snapshot, limit: limit)
            guard !told.isEmpty, limit < most else { return Examination(told: told, count: told.count) }
            return Examination(told: told, count: try findings(in: snapshot, limit: most).count)
        }
    }
}

/// What does not add up in a shop's books, a line each.
/// - Parameter limit: how many of each kind are told.
func examineShop(in database: any Database, limit: Int = 100) async throws -> [String] {
    try await database.read { try findings(in: $0, limit: limit) }
}

private func findings(in snapshot: Snapshot, limit: Int) throws -> [String] {
    try Ledger.check(limit: limit, in: snapshot).map(\.finding) + checkOrders(limit: limit, in: snapshot).map(\.finding)
        + ShelfDifference.find(limit: limit, in: snapshot).map(\.finding) + keptSums(in: snapshot, limit: limit)
}

/// What followers keep, held against what it is made of.
private func keptSums(in snapshot: Snapshot, limit: Int) throws -> [String] {
    try checkSales(limit: limit, in: snapshot).map(\.finding) + checkBuyerWords(limit: limit, in: snapshot).map(\.finding)
        + checkLowStock(limit: limit, in: snapshot).map(\.finding)
}
