import Database
import Essentials
import Staff

/// Makes two customers one, for they are one person. `absorbed` and all that it stands for point to what `survivor`
/// stands for from now on; orders, carts and facts keep the ids they were written with. Once more changes nothing.
///
/// Only ids that stand for themselves are merged, both locked, so pointers never form a circle. Each row also keeps the
/// end of its chain, so a read takes one step however long the chain is.
/// - Returns: the customer that both stand for.
/// - Throws: `StaffRefusal.forbidden` for anybody who manages nothing; `CustomerRefusal.unknown`, `erased`, `busy`.
public func mergeCustomers(
    _ absorbed: Customer.ID, into survivor: Customer.ID, by actor: Actor, in transaction: Transaction, world: World
) throws -> Customer {
    try actor.requireSomewhere(.manager)
    let roots = try Customer.lockRoots(of: [absorbed, survivor], in: transaction)
    guard let leaving = roots[absorbed], let staying = roots[survivor] else { throw CustomerRefusal.unknown }
    if leaving.id == staying.id { return staying }

    try transaction.run(
        """
        UPDATE customer SET root = \(staying.id),
            merged_into = CASE WHEN id = \(leaving.id) THEN \(staying.id) ELSE merged_into END,
            merged_at = CASE WHEN id = \(leaving.id) THEN \(world.now) ELSE merged_at END
        WHERE root = \(leaving.id)
        """)
    if leaving.kind == .registered {
        try transaction.run("UPDATE customer SET kind = \(Customer.Kind.registered) WHERE id = \(staying.id)")
    }
    try Audit.record(
        "customer.merged", about: leaving.id, ["survivor": .id(staying.id)], by: actor, in: transaction, world: world)
    try CustomerMerged(customer: leaving.id, survivor: staying.id).record(by: actor.origin, in: transaction, world: world)
    return try Customer.lock(staying.id, in: transaction)
}
