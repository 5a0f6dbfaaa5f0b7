import Catalog
import Database
import Ledger
import Orders

/// What does not add up in a shop's books, a line each.
/// - Parameter limit: how many of each kind are told.
func examineShop(in database: any Database, limit: Int = 100) async throws -> [String] {
    try await database.read { snapshot in
        try Ledger.check(limit: limit, in: snapshot).map(\.finding) + checkOrders(limit: limit, in: snapshot).map(\.finding)
            + ShelfDifference.find(limit: limit, in: snapshot).map(\.finding)
    }
}
