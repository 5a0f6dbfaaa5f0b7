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
    let device = try Device.register(name: name, at: location, token: token.digest, by: actor, in: transaction, world: world)
    return RegisteredDevice(device: device, token: token)
}

extension Device {
    /// Writes down a new device with the digest of its token.
    /// - Throws: `StaffRefusal.deviceNameTaken`
    static func register(
        name: String, at location: UInt128, token: [UInt8], by actor: Actor, in transaction: Transaction, world: World
    ) throws -> Device {
        let device = Device(id: world.id(), name: name, location: location, status: .active, createdAt: world.now, seenAt: nil)
        let inserted = try transaction.rowsChanged(
            by: """
                INSERT INTO device (id, name, name_key, location, token, status, created_at)
                VALUES (\(device.id), \(name), \(name.folded), \(location), \(token), \(device.status), \(device.createdAt))
                ON CONFLICT DO NOTHING
                """)
        guard inserted == 1 else { throw StaffRefusal.deviceNameTaken }
        try Audit.record(
            "device.registered", about: device.id, ["location": .id(Identifier<LocationSubject>(bits: location))], by: actor,
            in: transaction, world: world)
        return device
    }
}
