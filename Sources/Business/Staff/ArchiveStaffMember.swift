import Database
import Essentials

/// Ends somebody's work here: their sessions and roles go, what they did keeps their id. Once more changes nothing.
/// - Throws: `StaffRefusal.forbidden` unless the actor stands above them; `lastOwner`; `unknownMember`.
public func archiveStaffMember(_ id: StaffMember.ID, by actor: Actor, in transaction: Transaction, world: World) throws {
    let member = try StaffMember.lock(id, in: transaction)
    let grants = try Grant.of(id, in: transaction)
    try actor.requireAuthority(over: grants)
    guard member.status == .active else { return }
    if grants.contains(.ownsEverything) { try member.requireAnotherOwner(in: transaction) }
    try transaction.run("UPDATE staff_member SET status = \(StaffMember.Status.archived), pin = NULL WHERE id = \(id)")
    try transaction.run("DELETE FROM staff_grant WHERE staff = \(id)")
    try StaffSession.endAll(of: id, in: transaction)
    try Audit.record("staff.archived", about: id, by: actor, in: transaction, world: world)
    try StaffArchived(staff: id).record(by: actor.origin, in: transaction, world: world)
}
