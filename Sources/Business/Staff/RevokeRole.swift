import Database
import Essentials

/// Takes somebody's role at a location, or the one they have everywhere. Without such a role nothing happens.
/// It binds at once: sessions look up the roles each time.
/// - Throws: `StaffRefusal.forbidden` unless the actor could give it; `lastOwner`; `unknownMember`.
public func revokeRole(
    of staff: StaffMember.ID, at location: UInt128?, by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.requireSomewhere(.manager)
    let member = try StaffMember.lock(staff, in: transaction)
    guard let grant = try Grant.of(staff, in: transaction).first(where: { $0.location == location }) else { return }
    try actor.requireGranting(grant)
    if grant == .ownsEverything { try member.requireAnotherOwner(in: transaction) }
    try transaction.run("DELETE FROM staff_grant WHERE staff = \(staff) AND location = \(grant.storedLocation)")
    try Audit.record("staff.role_revoked", about: staff, grant.details, by: actor, in: transaction, world: world)
    try StaffRolesChanged(staff: staff).record(by: actor.origin, in: transaction, world: world)
}

extension Grant {
    /// What the audit trail says of it.
    var details: [String: Audit.Detail] {
        guard let location else { return ["role": .role(role)] }
        return ["role": .role(role), "location": .id(Identifier<LocationSubject>(bits: location))]
    }
}

/// Gives a location's bits the text form that they have in the slice above.
enum LocationSubject: Identified {
    static let prefix = "loc"
}
