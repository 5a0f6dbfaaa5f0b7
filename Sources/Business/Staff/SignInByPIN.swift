import Database
import Essentials
import Secrets

/// Signs somebody in at a till with the digits that they chose for it. The session covers that till's location, as a
/// manager at most.
/// - Parameter till: the token of the device, which has to be registered.
/// - Throws: `StaffRefusal.wrongPIN`, also for who has no PIN or no role there; `unknownDevice`; `waiting`;
///   `SecretRefusal.busy`.
public func signInByPIN(
    _ staff: StaffMember.ID, pin: String, till: SecretToken, replacing old: SecretToken? = nil,
    on database: any Database, hasher: PasswordHasher, world: World
) async throws -> StartedSession {
    let attempt = try await database.write { transaction in
        guard let device = try Device.find(till, in: transaction) else { throw StaffRefusal.unknownDevice }
        return try SignInAttempt.byPIN(of: staff, at: device, in: transaction, world: world)
    }
    guard let proven = try await attempt.prove(pin, hasher: hasher, world: world) else { throw StaffRefusal.wrongPIN }
    return try await database.write { try beginSession(proven, replacing: old, in: $0, world: world) }
}
