import Database
import Essentials

/// Gives somebody a role at a location, or everywhere. They have one role there at a time: another replaces it, up or
/// down; the same once more changes nothing.
/// - Throws: `StaffRefusal.forbidden` unless the actor may give the new role and take the old one; `lastOwner` when
///   it would leave the shop without one; `unknownMember`, `archivedMember`.
public func grantRole(
    _ role: Role, to staff: StaffMember.ID, at location: UInt128?, by actor: Actor, in transaction: Transaction, world: World
) throws {
    let grant = Grant(role: role, location: location)
    try actor.requireGranting(grant)
    let member = try StaffMember.lockActive(staff, in: transaction)
    if let present = try Grant.of(staff, in: transaction).first(where: { $0.location == location }) {
        if present == grant { return }
        try actor.requireGranting(present)
        if present == .ownsEverything { try member.requireAnotherOwner(in: transaction) }
    }
    try grant.insert(for: staff, at: world.now, in: transaction)
    try Audit.record("staff.role_granted", about: staff, grant.details, by: actor, in: transaction, world: world)
    try StaffRolesChanged(staff: staff).record(by: actor.origin, in: transaction, world: world)
}
