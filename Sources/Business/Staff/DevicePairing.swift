import Database
import Essentials
import Secrets

/// A device that asks to be taken in: it shows a code, and keeps a token that opens nothing until somebody has typed
/// the code.
public struct DevicePairing: Sendable {
    /// Eight letters and digits that nobody confuses, in two groups: `K7QM-4FXR`.
    public let code: String
    /// The device's own from the moment it is taken in.
    public let token: SecretToken
    public let expiresAt: Instant

    public static let lasts = Duration.minutes(10)
    /// How many may be asking at a time, all in all.
    static let most = 500

    private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")

    static func newCode(_ world: World) -> String {
        let letters = world.bytes(8).map { alphabet[Int($0 & 31)] }
        return String(letters.prefix(4)) + "-" + String(letters.suffix(4))
    }

    /// What is kept of a code, however it was typed.
    static func digest(_ code: String) -> [UInt8] {
        Digest.of("pairing:" + code.uppercased().filter { alphabet.contains($0) })
    }
}
