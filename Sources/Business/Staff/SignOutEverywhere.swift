import Database
import Essentials

/// Ends every session of somebody, such as after a lost phone: by themselves, or by whoever stands above them.
/// - Parameter kept: the session to keep, usually the one in which it is asked for.
/// - Throws: `StaffRefusal.forbidden`, `unknownMember`.
public func signOutEverywhere(
    _ staff: StaffMember.ID, except kept: StaffSession.ID? = nil, by actor: Actor, in transaction: Transaction, world: World
) throws {
    _ = try StaffMember.lock(staff, in: transaction)
    if actor.party != .staff(staff) { try actor.requireAuthority(over: Grant.of(staff, in: transaction)) }
    try StaffSession.endAll(of: staff, except: kept, in: transaction)
    try Audit.record("staff.signed_out_everywhere", about: staff, by: actor, in: transaction, world: world)
}
