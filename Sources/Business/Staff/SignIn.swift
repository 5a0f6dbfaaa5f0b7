import Database
import Essentials
import Secrets

/// Signs somebody in with their e-mail address and password.
///
/// It counts the attempt, checks the password between two transactions, and then begins the session. An unknown name
/// is refused in the same words and after the same time as a wrong password.
/// - Parameters:
///   - device: the registered till at which it happens, if it is one.
///   - replacing: the token that the browser came with; its session ends.
/// - Throws: `StaffRefusal.wrongSignIn`; `StaffRefusal.waiting` after many wrong attempts; `SecretRefusal.busy`.
public func signIn(
    name: String, password: String, device: Device.ID? = nil, replacing old: SecretToken? = nil,
    on database: any Database, hasher: PasswordHasher, world: World
) async throws -> StartedSession {
    let attempt = try await database.write { transaction in
        try SignInAttempt.byPassword(name: name, device: device, in: transaction, world: world)
    }
    guard let proven = try await attempt.prove(password, hasher: hasher, world: world) else { throw StaffRefusal.wrongSignIn }
    return try await database.write { try beginSession(proven, replacing: old, in: $0, world: world) }
}
