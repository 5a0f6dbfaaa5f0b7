import Database
import Essentials
import Staff

/// Ends every session of a customer but one, by themselves or by staff.
/// - Throws: `CustomerRefusal.unknown`, `erased`.
public func signOutCustomerEverywhere(
    _ id: Customer.ID, except kept: CustomerSession.ID? = nil, by actor: Actor, in transaction: Transaction
) throws {
    let customer = try Customer.lock(id, in: transaction)
    try actor.requireReach(of: customer, in: transaction)
    try CustomerSession.endAll(of: Customer.identities(of: customer.id, in: transaction), except: kept, in: transaction)
}
