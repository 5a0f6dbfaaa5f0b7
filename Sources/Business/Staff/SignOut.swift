import Database
import Essentials
import Secrets

/// Ends the session that a token opens. A token that opens none is fine: they are signed out.
public func signOut(_ token: SecretToken, in transaction: Transaction, world: World) throws {
    guard let session = try StaffSession.find(token, at: world.now, in: transaction) else { return }
    try transaction.run("DELETE FROM staff_session WHERE id = \(session.id)")
    try Audit.record("staff.signed_out", about: session.staff, by: session.actor, in: transaction, world: world)
}
