import Database
import Essentials
import Staff

/// Writes down that a contact point was shown to be the customer's own, such as by a link that was sent to it. Only
/// Seam itself and staff say so.
/// - Throws: `StaffRefusal.forbidden`; `CustomerRefusal.unknownContact`, `unknown`, `erased`.
public func verifyContactPoint(
    _ point: ContactPoint.ID, of id: Customer.ID, by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.requireSomewhere(.associate)
    let customer = try Customer.lock(id, in: transaction)
    let points = try ContactPoint.of([customer.id], in: transaction)[customer.id] ?? []
    guard let contact = points.first(where: { $0.id == point }) else { throw CustomerRefusal.unknownContact }
    guard contact.verifiedAt == nil else { return }
    try transaction.run("UPDATE contact_point SET verified_at = \(world.now) WHERE id = \(point)")
    try CustomerChanged(customer: customer.id).record(by: actor.origin, in: transaction, world: world)
}
