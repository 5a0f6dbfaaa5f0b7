import Database
import Essentials
import Secrets

/// Makes this browser or machine a till of a location. Its token is handed out once.
/// - Throws: `StaffRefusal.forbidden` below manager there; `nameMissing`, `nameLong`; `deviceNameTaken`.
public func registerDevice(
    name: String, at location: UInt128, by actor: Actor, in transaction: Transaction, world: World
) throws -> RegisteredDevice {
    try actor.require(.manager, at: location)
    let name = try StaffProfile.trimmed(name)
    let token = SecretToken(world: world)
    let device = Device(id: world.id(), name: name, location: location, status: .active, createdAt: world.now, seenAt: nil)
    let inserted = try transaction.run(
        """
        INSERT INTO device (id, name, name_key, location, token, status, created_at)
        VALUES (\(device.id), \(name), \(name.folded), \(location), \(token.digest), \(device.status), \(device.createdAt))
        ON CONFLICT DO NOTHING
        """)
    guard inserted == 1 else { throw StaffRefusal.deviceNameTaken }
    try Audit.record(
        "device.registered", about: device.id, ["location": .id(Identifier<LocationSubject>(bits: location))], by: actor,
        in: transaction, world: world)
    return RegisteredDevice(device: device, token: token)
}
