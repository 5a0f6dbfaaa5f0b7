import Database
import Essentials
import Secrets

/// Lets somebody answer for one deed at a till where another is signed in: no session begins, and who was there stays.
/// - Parameter till: the token of the device, which has to be registered.
/// - Returns: who it is, with what they may do at that till's location, as a manager at most.
/// - Throws: `StaffRefusal.wrongPIN`, also for who has no PIN or no role there; `unknownDevice`; `waiting`;
///   `SecretRefusal.busy`.
public func confirmByPIN(
    _ staff: StaffMember.ID, pin: String, till: SecretToken, on database: any Database, hasher: PasswordHasher, world: World
) async throws -> Actor {
    let (attempt, location) = try await database.write { transaction in
        guard let device = try Device.find(till, in: transaction) else { throw StaffRefusal.unknownDevice }
        return (try SignInAttempt.byPIN(of: staff, at: device, in: transaction, world: world), device.location)
    }
    guard let proven = try await attempt.prove(pin, hasher: hasher, world: world) else { throw StaffRefusal.wrongPIN }
    return try await database.write { transaction in
        try proven.requireStillRight(otherwise: .wrongPIN, in: transaction)
        try SignInBrake.staff.release(attempt.account, in: transaction)
        let grants = try Grant.of(proven.staff, in: transaction)
        return Actor(.staff(proven.staff), grants: SignInMethod.pin.limit(grants, to: location))
    }
}
