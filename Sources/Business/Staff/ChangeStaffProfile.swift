import Database
import Essentials

/// Corrects somebody's name, sign-in address and language. Everybody may change their own name and language; the
/// address, being half of a sign-in, needs somebody who stands above.
/// - Throws: `StaffRefusal.forbidden`, `unknownMember`, `archivedMember`, `emailTaken`, and as `createStaffMember`.
public func changeStaffProfile(
    _ id: StaffMember.ID, name: String, email: String, language: String, by actor: Actor, in transaction: Transaction, world: World
) throws -> StaffMember {
    let profile = try StaffProfile(name: name, email: email, language: language)
    let member = try StaffMember.lockActive(id, in: transaction)
    if actor.party != .staff(id) || profile.email.key != EmailAddress(member.email)?.key {
        try actor.requireAuthority(over: Grant.of(id, in: transaction))
    }
    let taken = try transaction.exists("SELECT 1 FROM staff_member WHERE email_key = \(profile.email.key) AND id <> \(id)")
    guard !taken else { throw StaffRefusal.emailTaken }
    try transaction.run(
        """
        UPDATE staff_member SET name = \(profile.name), name_key = \(profile.name.folded), email = \(profile.email.text),
            email_key = \(profile.email.key), language = \(profile.language)
        WHERE id = \(id)
        """)
    try Audit.record("staff.changed", about: id, by: actor, in: transaction, world: world)
    return try StaffMember.lock(id, in: transaction)
}
