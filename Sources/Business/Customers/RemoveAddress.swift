import Database
import Essentials
import Staff

/// Takes an address out of a customer's book; orders keep their own copies. One that is gone is fine.
/// - Throws: `CustomerRefusal.unknown`, `erased`.
public func removeAddress(
    _ address: CustomerAddress.ID, of id: Customer.ID, by actor: Actor, in transaction: Transaction, world: World
) throws {
    let customer = try Customer.lock(id, in: transaction)
    try actor.requireReach(of: customer, in: transaction)
    let identities = try Customer.identities(of: customer.id, in: transaction)
    let removed = try transaction.rowsChanged(by: "DELETE FROM customer_address WHERE id = \(address) AND customer IN \(list: identities)")
    guard removed > 0 else { return }
    try CustomerChanged(customer: customer.id).record(by: actor.origin, in: transaction, world: world)
}
