import Database
import Essentials

/// Takes a device out of use: its token opens nothing any more, and sessions at it end. Its name is free again.
/// - Throws: `StaffRefusal.forbidden` below manager at its location; `unknownDevice`.
public func retireDevice(_ id: Device.ID, by actor: Actor, in transaction: Transaction, world: World) throws {
    let device = try Device.lock(id, in: transaction)
    try actor.require(.manager, at: device.location)
    guard device.status == .active else { return }
    try transaction.run("UPDATE device SET token = NULL, status = \(Device.Status.retired) WHERE id = \(id)")
    try transaction.run("DELETE FROM staff_session WHERE device = \(id)")
    try Audit.record("device.retired", about: id, by: actor, in: transaction, world: world)
}
