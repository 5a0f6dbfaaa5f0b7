import Database
import Essentials
import Secrets

/// Changes one's own password, with the present one as the proof. Every other session of theirs ends.
/// - Throws: `StaffRefusal.wrongPassword`; `waiting` after many wrong ones; `SecretRefusal` for a password that the policy
///   does not take, or when too many wait.
public func changePassword(
    from current: String, to new: String, in session: StaffSession, on database: any Database, hasher: PasswordHasher, world: World
) async throws {
    let attempt = try await database.write { transaction in
        let member = try StaffMember.lockActive(session.staff, in: transaction)
        return try SignInAttempt.byPassword(name: member.email, device: session.device, in: transaction, world: world)
    }
    guard let proven = try await attempt.prove(current, hasher: hasher, world: world) else { throw StaffRefusal.wrongPassword }
    let hash = try await hasher.hash(password: new, world: world)
    try await database.write { transaction in
        try proven.requireStillRight(otherwise: .wrongPassword, in: transaction)
        try SignInBrake.staff.release(proven.attempt.account, in: transaction)
        try replacePassword(of: session.staff, with: hash, keeping: session.id, by: session.actor, in: transaction, world: world)
    }
}

func replacePassword(
    of staff: StaffMember.ID, with hash: PasswordHash, keeping kept: StaffSession.ID?, by actor: Actor,
    in transaction: Transaction, world: World
) throws {
    try transaction.run("UPDATE staff_member SET password = \(hash.stored) WHERE id = \(staff)")
    try StaffSession.endAll(of: staff, except: kept, in: transaction)
    try Audit.record("staff.password_changed", about: staff, by: actor, in: transaction, world: world)
}
