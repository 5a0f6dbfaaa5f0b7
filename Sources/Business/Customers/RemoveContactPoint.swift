import Database
import Essentials
import Staff

/// Takes a contact point away, under every identity of the customer. The address that they sign in with stays.
/// - Throws: `CustomerRefusal.unknownContact`, `signInContact`, `unknown`, `erased`.
public func removeContactPoint(
    _ point: ContactPoint.ID, of id: Customer.ID, by actor: Actor, in transaction: Transaction, world: World
) throws {
    let customer = try Customer.lock(id, in: transaction)
    try actor.requireReach(of: customer, in: transaction)
    let points = try ContactPoint.of([customer.id], in: transaction)[customer.id] ?? []
    guard let contact = points.first(where: { $0.id == point }) else { throw CustomerRefusal.unknownContact }
    let identities = try Customer.identities(of: customer.id, in: transaction)
    let signsIn = try transaction.exists(
        "SELECT 1 FROM customer_credential WHERE email_key = \(contact.key) AND customer IN \(list: identities)")
    guard !signsIn else { throw CustomerRefusal.signInContact }
    try transaction.run("DELETE FROM contact_point WHERE key = \(contact.key) AND customer IN \(list: identities)")
    for identity in identities {
        try CustomerSearchIndex.remove(CustomerSearchIndex.words(of: [contact]), for: identity, in: transaction)
    }
    try CustomerChanged(customer: customer.id).record(by: actor.origin, in: transaction, world: world)
}
