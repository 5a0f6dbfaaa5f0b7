import Database
import Essentials
import Secrets

/// Lets a device ask to be taken in. Anybody may: it gets a code to show, which is worth nothing until a manager types it.
/// - Throws: `StaffRefusal.waiting` while too many ask.
public func beginPairing(in transaction: Transaction, world: World) throws -> DevicePairing {
    let now = world.now
    try transaction.run("DELETE FROM device_pairing WHERE expires_at <= \(now)")
    let open = try transaction.value("SELECT count(*) FROM device_pairing", as: Int.self) ?? 0
    guard open < DevicePairing.most else { throw StaffRefusal.waiting(seconds: 60) }
    let pairing = DevicePairing(
        code: SpokenCode(world).text, token: SecretToken(world: world), expiresAt: now + DevicePairing.lasts)
    try transaction.run(
        """
        INSERT INTO device_pairing (code, token, expires_at)
        VALUES (\(DevicePairing.digest(pairing.code)), \(pairing.token.digest), \(pairing.expiresAt))
        """)
    return pairing
}
