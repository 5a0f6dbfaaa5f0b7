import Database
import Essentials

/// Takes somebody on, with the roles they begin with. Managers take on associates of their locations, owners anybody.
/// - Throws: `StaffRefusal.forbidden`, `nameMissing`, `nameLong`, `emailMalformed`, `emailTaken`, `languageUnknown`.
public func createStaffMember(_ draft: StaffDraft, by actor: Actor, in transaction: Transaction, world: World) throws -> StaffMember {
    try actor.requireAuthority(over: draft.grants)
    let member = try StaffMember.insert(draft, id: world.id(), at: world.now, in: transaction)
    try Audit.record(
        "staff.created", about: member.id, ["grants": .figure(Int64(draft.grants.count))], by: actor, in: transaction, world: world)
    try StaffCreated(staff: member.id).record(by: actor.origin, in: transaction, world: world)
    return member
}
