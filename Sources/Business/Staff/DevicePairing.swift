import Database
import Essentials
import Secrets

/// A device that asks to be taken in: it shows a code, and keeps a token that opens nothing until somebody has typed
/// the code.
public struct DevicePairing: Sendable {
    /// As `SpokenCode` makes it: `K7QM-4FXR`.
    public let code: String
    /// The device's own from the moment it is taken in.
    public let token: SecretToken
    public let expiresAt: Instant

    public static let lasts = Duration.minutes(10)
    /// How many may be asking at a time, all in all.
    static let most = 500

    /// What is kept of a code, however it was typed.
    static func digest(_ code: String) -> [UInt8] {
        Digest.of("pairing:" + SpokenCode.plain(code))
    }
}
