import Crypto
import CryptoExtras
import Essentials
import Foundation

/// Turns passwords and PINs into what may be stored, and compares. One is shared by the whole program.
///
/// Hashing takes much memory and time on purpose, so it runs on threads of its own, few at a time; when too many
/// wait, it refuses with `SecretRefusal.busy`. Never called inside a transaction: the compiler sees to it.
public struct PasswordHasher: Sendable {
    private let cost: PasswordCost
    private let threads: FewThreads

    /// - Parameters:
    ///   - atOnce: how many hashes are computed at the same time.
    ///   - waiting: how many more may wait for their turn.
    public init(cost: PasswordCost, atOnce: Int = 2, waiting: Int = 32) {
        self.cost = cost
        threads = FewThreads(atOnce: atOnce, waiting: waiting)
    }

    /// Hashes a password that somebody has chosen.
    /// - Throws: `SecretRefusal` when the policy does not take it, or when too many wait.
    public func hash(password: String, world: World) async throws -> PasswordHash {
        try PasswordPolicy.check(password: password)
        return try await hash(password, world: world)
    }

    /// Hashes the digits that somebody has chosen for the till.
    /// - Throws: as for a password.
    public func hash(pin: String, world: World) async throws -> PasswordHash {
        try PasswordPolicy.check(pin: pin)
        return try await hash(pin, world: world)
    }

    /// Whether `typed` is what `hash` was made of. Without a hash it takes as long and says no, so that a stranger
    /// cannot tell an unknown name from a wrong password.
    /// - Throws: `SecretRefusal.busy` when too many wait.
    public func verify(_ typed: String, against hash: PasswordHash?) async throws -> Bool {
        let expected = hash ?? PasswordHash(cost: cost, salt: Array(repeating: 0, count: PasswordHash.saltSize), key: [])
        let key = try await derive(typed, salt: expected.salt, cost: expected.cost)
        return hash != nil && constantTimeEqual(key, expected.key)
    }

    /// Whether a hash was made at another cost than today's and is to be made again at the next sign-in.
    public func isOutdated(_ hash: PasswordHash) -> Bool { hash.cost != cost }

    /// A fresh hash of a password that was just verified; it meets no policy, since it is in use already.
    public func rehash(verified password: String, world: World) async throws -> PasswordHash {
        try await hash(password, world: world)
    }

    private func hash(_ text: String, world: World) async throws -> PasswordHash {
        let salt = world.bytes(PasswordHash.saltSize)
        return PasswordHash(cost: cost, salt: salt, key: try await derive(text, salt: salt, cost: cost))
    }

    private func derive(_ text: String, salt: [UInt8], cost: PasswordCost) async throws -> [UInt8] {
        // NIST SP 800-63B, 3.1.1.2: one spelling of a password, whichever keyboard it comes from.
        let normalised = Array(text.precomposedStringWithCompatibilityMapping.utf8)
        // The library takes no empty buffer; no policy lets in a password of one byte.
        let password = normalised.isEmpty ? [0] : normalised
        return try await threads.run {
            let key = try KDF.Scrypt.deriveKey(
                from: password, salt: salt, outputByteCount: PasswordHash.keySize,
                rounds: 1 << cost.logN, blockSize: 8, parallelism: 1)
            return key.withUnsafeBytes(Array.init)
        }
    }
}
