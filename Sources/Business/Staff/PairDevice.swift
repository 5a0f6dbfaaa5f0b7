import Database
import Essentials
import Secrets

/// Takes in the device that shows this code, as one of a location. The code is used up, and the token that the device
/// has kept opens it from now on.
/// - Throws: `StaffRefusal.forbidden` below manager there; `unknownCode` for one that no device shows, or whose ten
///   minutes are over; `nameMissing`, `nameLong`; `deviceNameTaken`.
public func pairDevice(
    code: String, name: String, at location: UInt128, by actor: Actor, in transaction: Transaction, world: World
) throws -> Device {
    try actor.require(.manager, at: location)
    let name = try StaffProfile.trimmed(name)
    let digest = DevicePairing.digest(code)
    let token = try transaction.value(
        "SELECT token FROM device_pairing WHERE code = \(digest) AND expires_at > \(world.now) FOR UPDATE", as: [UInt8].self)
    guard let token else { throw StaffRefusal.unknownCode }
    try transaction.run("DELETE FROM device_pairing WHERE code = \(digest)")
    return try Device.register(name: name, at: location, token: token, by: actor, in: transaction, world: world)
}
