import Database
import Essentials
import Staff

/// What is added to a customer's contact points.
public enum NewContact: Sendable {
    case email(String)
    /// - Parameter callingCode: the country of numbers without `+`.
    case phone(String, callingCode: String? = nil)
}

/// Adds a way to reach a customer, by themselves or by staff. One that they have changes nothing.
/// - Throws: `CustomerRefusal.emailMalformed`, `phoneMalformed`, `tooManyContacts`, `unknown`, `erased`.
public func addContactPoint(
    _ contact: NewContact, to id: Customer.ID, by actor: Actor, in transaction: Transaction, world: World
) throws {
    let draft =
        switch contact {
        case .email(let text): try ContactDraft(email: text)
        case .phone(let text, let callingCode): try ContactDraft(phone: text, callingCode: callingCode)
        }
    let customer = try Customer.lock(id, in: transaction)
    try actor.requireReach(of: customer, in: transaction)
    let known = try ContactPoint.of([customer.id], in: transaction)[customer.id] ?? []
    guard !known.contains(where: { $0.key == draft.key }) else { return }
    guard known.count < ContactPoint.most else { throw CustomerRefusal.tooManyContacts }
    _ = try ContactPoint.insert([draft], for: customer.id, in: transaction, world: world)
    try CustomerSearchIndex.add([draft].searchWords, for: customer.id, in: transaction)
    try CustomerChanged(customer: customer.id).record(by: actor.origin, in: transaction, world: world)
}

extension ContactPoint {
    /// How many a customer has at most.
    static let most = 20
}
