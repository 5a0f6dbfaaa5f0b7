import Database
import Essentials
import Staff

/// Puts an address into a customer's book, in front. One that is there already only moves to the front.
/// - Throws: `CustomerRefusal.tooManyAddresses`, `unknown`, `erased`.
public func saveAddress(
    _ address: PostalAddress, for id: Customer.ID, by actor: Actor, in transaction: Transaction, world: World
) throws -> CustomerAddress {
    let customer = try Customer.lock(id, in: transaction)
    try actor.requireReach(of: customer, in: transaction)
    let book = try CustomerAddress.of(customer.id, in: transaction)
    if let known = book.first(where: { $0.address == address }) {
        try transaction.run("UPDATE customer_address SET used_at = \(world.now) WHERE id = \(known.id)")
        return known
    }
    guard book.count < CustomerAddress.most else { throw CustomerRefusal.tooManyAddresses }
    let new = CustomerAddress(id: world.id(), address: address)
    try transaction.run(
        """
        INSERT INTO customer_address (id, customer, address, created_at, used_at)
        VALUES (\(new.id), \(customer.id), \(try address.stored()), \(world.now), \(world.now))
        """)
    try CustomerChanged(customer: customer.id).record(by: actor.origin, in: transaction, world: world)
    return new
}
