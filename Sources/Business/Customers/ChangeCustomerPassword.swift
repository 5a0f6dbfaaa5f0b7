import Database
import Essentials
import Secrets
import Staff

/// Changes a customer's own password, with the present one as the proof. Every other session of theirs ends.
/// - Parameter email: the address that they sign in with; somebody whose accounts were merged may have two.
/// - Throws: `CustomerRefusal.wrongPassword`; `waiting` after many wrong ones; `SecretRefusal` for a password that the
///   policy does not take, or when too many wait.
public func changeCustomerPassword(
    email: String, from current: String, to new: String, in session: CustomerSession, on database: any Database,
    hasher: PasswordHasher, world: World
) async throws {
    let attempt = try await database.write { try CustomerSignInAttempt.begin(email: email, in: $0, world: world) }
    guard let proven = try await attempt.prove(current, hasher: hasher, world: world) else { throw CustomerRefusal.wrongPassword }
    let hash = try await hasher.hash(password: new, world: world)
    try await database.write { transaction in
        try proven.settle(otherwise: .wrongPassword, in: transaction)
        let identities = try Customer.identities(of: session.customer.id, in: transaction)
        guard identities.contains(proven.customer) else { throw CustomerRefusal.wrongPassword }
        try proven.keep(hash, in: transaction)
        try CustomerSession.endAll(of: identities, except: session.id, in: transaction)
        try Audit.record("customer.password_changed", about: session.customer.id, by: session.actor, in: transaction, world: world)
    }
}
