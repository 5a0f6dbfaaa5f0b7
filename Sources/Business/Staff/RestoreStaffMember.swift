import Database
import Essentials

/// Takes somebody back who left, without roles, with the password they had.
/// - Throws: `StaffRefusal.forbidden` for anybody but an owner; `unknownMember`.
public func restoreStaffMember(_ id: StaffMember.ID, by actor: Actor, in transaction: Transaction, world: World) throws {
    try actor.require(.owner)
    let member = try StaffMember.lock(id, in: transaction)
    guard member.status == .archived else { return }
    try transaction.run("UPDATE staff_member SET status = \(StaffMember.Status.active) WHERE id = \(id)")
    try Audit.record("staff.restored", about: id, by: actor, in: transaction, world: world)
}
