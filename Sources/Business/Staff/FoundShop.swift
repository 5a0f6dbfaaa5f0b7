import Database
import Essentials

/// Makes the first person the owner of everything. It needs no actor, since there is nobody yet, and works once. It is for
/// programs on the shop's own machine; people who come through the net give a code.
/// - Throws: `StaffRefusal.alreadyFounded` ever after; `passwordMissing`; as `createStaffMember` for what is written.
public func foundShop(_ founder: StaffDraft, in transaction: Transaction, world: World) throws -> StaffMember {
    guard founder.password != nil else { throw StaffRefusal.passwordMissing }
    guard try !StaffMember.isShopFounded(in: transaction) else { throw StaffRefusal.alreadyFounded }
    var founder = founder
    founder.grants = [.ownsEverything]
    let now = world.now
    let owner = try StaffMember.insert(founder, id: world.id(), at: now, in: transaction)
    // Of two founders at once, the unique key takes one.
    let founded = try transaction.rowsChanged(
        by:
            #"INSERT INTO founding ("only", staff, at) VALUES (1, \#(owner.id), \#(now)) ON CONFLICT ("only") DO NOTHING"#)
    guard founded == 1 else { throw StaffRefusal.alreadyFounded }
    try transaction.run("DELETE FROM founding_code")
    let actor = Actor(.staff(owner.id), grants: founder.grants)
    try Audit.record("shop.founded", about: owner.id, by: actor, in: transaction, world: world)
    try StaffCreated(staff: owner.id).record(by: actor.origin, in: transaction, world: world)
    return owner
}
