import Database
import Essentials
import Staff

/// Corrects a customer's name and language, by themselves or by staff.
/// - Throws: `CustomerRefusal.unknown`, `erased`, `nameMissing`, `nameLong`, `languageUnknown`.
public func changeCustomer(
    _ id: Customer.ID, name: String, language: String, by actor: Actor, in transaction: Transaction, world: World
) throws {
    let profile = try CustomerProfile(name: name, language: language)
    let customer = try Customer.lock(id, in: transaction)
    try actor.requireReach(of: customer, in: transaction)
    try CustomerSearchIndex.remove(PersonWords.words(name: customer.name), for: customer.id, in: transaction)
    try transaction.run("UPDATE customer SET name = \(profile.name), language = \(profile.language) WHERE id = \(customer.id)")
    try CustomerSearchIndex.add(PersonWords.words(name: profile.name), for: customer.id, in: transaction)
    try CustomerChanged(customer: customer.id).record(by: actor.origin, in: transaction, world: world)
}
