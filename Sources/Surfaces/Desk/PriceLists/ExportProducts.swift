import Catalog
import Hummingbird
import Staff
import Web

extension Desk {
    /// Every product with its prices on one list, as the CSV that `seam import products` reads.
    func showExport(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: PriceList.self)
        let list = try await database.read { try PriceList.find(id, in: $0) }
        try visit.actor.require(.manager)
        let (database, actor) = (database, visit.actor)
        return .table(named: "products-\(list.handle).csv") {
            _ = try await ProductExport(list: list).run(from: database, by: actor, to: $0)
        }
    }
}
