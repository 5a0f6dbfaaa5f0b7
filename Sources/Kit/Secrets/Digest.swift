import Crypto

/// SHA-256, for keys that must not show what they were made of. Not for passwords: it is quick.
public enum Digest {
    public static func of(_ text: String) -> [UInt8] {
        of(Array(text.utf8))
    }

    public static func of(_ bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}
