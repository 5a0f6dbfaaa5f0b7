import Crypto

/// SHA-256, for keys that must not show what they were made of. Not for passwords: it is quick.
public enum Digest {
    public static func of(_ text: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(text.utf8)))
    }
}
