import Database
import Essentials
import Secrets

/// Gives a device a new token, such as when its browser lost the old one, which opens nothing any more. Sessions at
/// it end.
/// - Throws: `StaffRefusal.forbidden` below manager at its location; `unknownDevice`, also for a retired one.
public func renewDeviceToken(_ id: Device.ID, by actor: Actor, in transaction: Transaction, world: World) throws -> RegisteredDevice {
    let device = try Device.lock(id, in: transaction)
    try actor.require(.manager, at: device.location)
    guard device.status == .active else { throw StaffRefusal.unknownDevice }
    let token = SecretToken(world: world)
    try transaction.run("UPDATE device SET token = \(token.digest) WHERE id = \(id)")
    try transaction.run("DELETE FROM staff_session WHERE device = \(id)")
    try Audit.record("device.token_renewed", about: id, by: actor, in: transaction, world: world)
    return RegisteredDevice(device: device, token: token)
}
