import Database
import Essentials
import Secrets

/// Gives somebody else a new password, such as when they forgot theirs. All their sessions end.
/// - Throws: `StaffRefusal.forbidden` unless the actor stands above them; `ownPassword` for one's own, which
///   `changePassword` changes; `unknownMember`, `archivedMember`.
public func setPassword(
    of staff: StaffMember.ID, to hash: PasswordHash, by actor: Actor, in transaction: Transaction, world: World
) throws {
    guard actor.party != .staff(staff) else { throw StaffRefusal.ownPassword }
    _ = try StaffMember.lockActive(staff, in: transaction)
    try actor.requireAuthority(over: Grant.of(staff, in: transaction))
    try replacePassword(of: staff, with: hash, keeping: nil, by: actor, in: transaction, world: world)
}
