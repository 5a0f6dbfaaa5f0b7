import Database
import Essentials

/// Lets somebody read in another language from now on, at every till and in the back office.
/// - Parameter language: a BCP 47 tag.
/// - Throws: `StaffRefusal.languageUnknown`, `unknownMember`, `archivedMember`.
public func chooseLanguage(_ language: String, in session: StaffSession, _ transaction: Transaction, world: World) throws {
    try StaffProfile.verify(language: language)
    let member = try StaffMember.lockActive(session.staff, in: transaction)
    guard member.language != language else { return }
    try transaction.run("UPDATE staff_member SET language = \(language) WHERE id = \(member.id)")
    try Audit.record("staff.changed", about: member.id, by: session.actor, in: transaction, world: world)
}
