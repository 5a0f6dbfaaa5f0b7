import Database
import Essentials
import Staff

/// Erases what is known of a person: every identity's name, contact points, addresses, sign-in and sessions. The ids
/// stay, so that orders and facts keep adding up; slices that keep personal data follow `customer.erased`.
/// Once more changes nothing.
/// - Throws: `StaffRefusal.forbidden` for anybody but the customer and managers of the whole shop; `CustomerRefusal.unknown`.
public func eraseCustomer(_ id: Customer.ID, by actor: Actor, in transaction: Transaction, world: World) throws {
    guard let found = try Customer.find(id, in: transaction) else { throw CustomerRefusal.unknown }
    if !actor.may(.manager) {
        guard case .customer = actor.party else { throw StaffRefusal.forbidden(.manager) }
        try actor.requireReach(of: found, in: transaction)
    }
    guard found.erasedAt == nil, let customer = try lockUnerased(id, in: transaction) else { return }
    let identities = try Customer.identities(of: customer.id, in: transaction)

    try forgetSearchWords(of: identities, in: transaction)
    let signIns = try transaction.values("SELECT email_key FROM customer_credential WHERE customer IN \(list: identities)", as: String.self)
    for key in signIns { try SignInBrake.customers.release(CustomerSignInAttempt.account(emailKey: key), in: transaction) }
    try transaction.run("DELETE FROM customer_session WHERE customer IN \(list: identities)")
    try transaction.run("DELETE FROM customer_credential WHERE customer IN \(list: identities)")
    try transaction.run("DELETE FROM contact_point WHERE customer IN \(list: identities)")
    try transaction.run("DELETE FROM customer_address WHERE customer IN \(list: identities)")
    // BCP 47's code for a language that is not known.
    try transaction.run("UPDATE customer SET name = NULL, language = 'und', erased_at = \(world.now) WHERE id IN \(list: identities)")

    try Audit.record(
        "customer.erased", about: customer.id, ["identities": .figure(Int64(identities.count))], by: actor, in: transaction, world: world)
    try CustomerErased(customer: customer.id, identities: identities).record(by: actor.origin, in: transaction, world: world)
}

/// `nil` when somebody else has just erased them.
private func lockUnerased(_ id: Customer.ID, in transaction: Transaction) throws -> Customer? {
    do {
        return try Customer.lock(id, in: transaction)
    } catch CustomerRefusal.erased {
        return nil
    }
}

private func forgetSearchWords(of identities: [Customer.ID], in transaction: Transaction) throws {
    var words: [Customer.ID: Set<String>] = [:]
    try transaction.each("SELECT id, name FROM customer WHERE id IN \(list: identities)") { row in
        let id: Customer.ID = try row.next()
        words[id, default: []].formUnion(PersonWords.words(name: try row.next()))
    }
    try transaction.each("SELECT p.customer, \(sql: ContactPoint.columns) FROM contact_point p WHERE p.customer IN \(list: identities)") {
        row in
        let id: Customer.ID = try row.next()
        words[id, default: []].formUnion(CustomerSearchIndex.words(of: [try ContactPoint(row: &row)]))
    }
    for (id, words) in words { try CustomerSearchIndex.remove(words, for: id, in: transaction) }
}
