import Database
import Essentials
import Secrets

/// Signs a customer in with their e-mail address and password. An unknown address is refused in the same words and
/// after the same time as a wrong password.
/// - Parameter replacing: the token that the browser came with; its session ends.
/// - Throws: `CustomerRefusal.wrongSignIn`; `waiting` after many wrong attempts; `SecretRefusal.busy`.
public func signInCustomer(
    email: String, password: String, replacing old: SecretToken? = nil, on database: any Database, hasher: PasswordHasher, world: World
) async throws -> StartedCustomerSession {
    let attempt = try await database.write { try CustomerSignInAttempt.begin(email: email, in: $0, world: world) }
    guard let proven = try await attempt.prove(password, hasher: hasher, world: world) else { throw CustomerRefusal.wrongSignIn }
    return try await database.write { transaction in
        try proven.settle(otherwise: .wrongSignIn, in: transaction)
        if let rehash = proven.rehash { try proven.keep(rehash, in: transaction) }
        return try CustomerSession.start(for: proven.customer, replacing: old, in: transaction, world: world)
    }
}
