import Database
import Essentials
import Hummingbird
import Orders
import Web

extension Desk {
    func showOrder(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try OrderPage(visit, order(visit, in: $0), in: $0) })
    }

    /// Undoes an order that the customer does not have yet.
    func acceptCancellation(_ visit: Visit) async throws -> Response {
        let order = try await database.read { snapshot in try self.order(visit, in: snapshot) }
        do {
            _ = try await cancelOrder(order.id, with: provider, by: visit.actor, in: database, world: world)
            return .seeOther("/desk/orders/\(order.number)?said=cancelled")
        } catch let refusal as any Refusal {
            var page = try await database.read { try OrderPage(visit, order, in: $0) }
            page.refusal = refusal.sentence
            return try templates.response(page, status: refusal.kind.status)
        }
    }

    /// Forgets who bought, and where it went.
    func acceptContactErasure(_ visit: Visit) async throws -> Response {
        let order = try await database.read { snapshot in try self.order(visit, in: snapshot) }
        try await database.write { try eraseContact(of: order.id, by: visit.actor, in: $0, world: world) }
        return .seeOther("/desk/orders/\(order.number)?said=erased")
    }

    /// The order that the path names, by its number or by its id.
    private func order(_ visit: Visit, in snapshot: some Reading) throws -> Order {
        let name = visit.parameter("id") ?? ""
        let found =
            try Int64(name).flatMap { try Order.find(number: $0, in: snapshot) }
            ?? Order.ID(name).flatMap { try Order.find($0, in: snapshot) }
        guard let found else { throw OrdersRefusal.noOrder }
        return found
    }
}
