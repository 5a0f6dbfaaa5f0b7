import Database
import Essentials
import Secrets

/// Sets the digits with which somebody signs in at a till, their own or those of people below; `nil` takes them away.
/// Sessions that began with the old PIN end.
/// - Throws: `StaffRefusal.forbidden`, `unknownMember`, `archivedMember`.
public func setPIN(
    of staff: StaffMember.ID, to hash: PasswordHash?, by actor: Actor, in transaction: Transaction, world: World
) throws {
    _ = try StaffMember.lockActive(staff, in: transaction)
    if actor.party != .staff(staff) { try actor.requireAuthority(over: Grant.of(staff, in: transaction)) }
    try transaction.run("UPDATE staff_member SET pin = \(hash?.stored) WHERE id = \(staff)")
    try transaction.run("DELETE FROM staff_session WHERE staff = \(staff) AND method = \(SignInMethod.pin)")
    try Audit.record("staff.pin_changed", about: staff, ["has_pin": .flag(hash != nil)], by: actor, in: transaction, world: world)
}
