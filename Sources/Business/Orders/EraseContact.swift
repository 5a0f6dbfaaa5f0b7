import Customers
import Database
import Essentials
import Feed
import Staff

/// Erases who bought, where it went and what was noted, of an order that no account stands behind; lines, figures and
/// history stay. Once more changes nothing.
/// - Throws: `OrdersRefusal.noOrder`; `StaffRefusal.forbidden` for anybody but managers of the whole shop.
public func eraseContact(of id: Order.ID, by actor: Actor, in transaction: Transaction, world: World) throws {
    try actor.require(.manager)
    let order = try Order.lock(id, in: transaction)
    let contacts = try BuyerWords.eraseContacts(where: "sale = \(order.id)", in: transaction)
    let notes = try transaction.rowsChanged(by: "DELETE FROM sale_note WHERE sale = \(order.id)")
    guard contacts + notes > 0 else { return }
    try Audit.record("order.contact_erased", about: order.id, by: actor, in: transaction, world: world)
    try OrderContactErased(order: order.id).record(by: actor.origin, in: transaction, world: world)
}

extension Follower {
    /// Erases what orders, unfinished checkouts and parked sales keep of a person who was erased.
    public static let eraseContacts = Follower("orders.erasure", topics: [CustomerErased.topic]) { facts, transaction, _ in
        for fact in facts {
            guard let erased = try fact.decoded(as: CustomerErased.self) else { continue }
            // A checkout and the order that it became have one id.
            _ = try BuyerWords.eraseContacts(
                where: "sale IN (SELECT id FROM checkout WHERE customer IN \(list: erased.identities))", in: transaction)
            try transaction.run(
                "DELETE FROM sale_note WHERE sale IN (SELECT id FROM sales_order WHERE customer IN \(list: erased.identities))")
            try transaction.run("DELETE FROM parked_sale WHERE customer IN \(list: erased.identities)")
        }
    }
}
