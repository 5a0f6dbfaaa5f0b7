import Crypto
import Essentials
import Foundation

/// 256 bits that whoever holds them may use: a session, a device, an order's link.
///
/// The text goes to its holder once, in a cookie or a link. Only the digest is stored, so that a copy of the database
/// opens nothing. It never prints itself into a log.
public struct SecretToken: Sendable {
    private let bytes: [UInt8]

    /// A new token from the world's chance.
    public init(world: World) {
        bytes = world.bytes(Self.size)
    }

    /// Reads the text form; `nil` for anything but 43 characters of base64url in their one canonical spelling.
    public init?(_ text: some StringProtocol) {
        guard let bytes = Base64.decode(text, .url), bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    /// 43 characters of base64url without padding (RFC 4648, 5): safe in a cookie and in a path.
    public var text: String { Base64.encode(bytes, .url) }

    /// SHA-256 of the bytes: what is stored and looked up.
    public var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }

    private static let size = 32
}

extension SecretToken: Equatable {
    /// Takes the same time wherever the two differ.
    public static func == (a: Self, b: Self) -> Bool { constantTimeEqual(a.bytes, b.bytes) }
}

extension SecretToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "SecretToken(hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
