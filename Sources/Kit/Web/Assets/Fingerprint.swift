import Crypto
import Hummingbird

/// Names contents: the same bytes have the same name on every node and after every start.
enum Fingerprint {
    /// 96 bits of SHA-256, in hexadecimal.
    static func of(_ contents: ByteBuffer) -> String {
        contents.withUnsafeReadableBytes { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: bytes)
            return hash.finalize().prefix(12).map { byte in
                let digits = String(byte, radix: 16)
                return byte < 16 ? "0" + digits : digits
            }.joined()
        }
    }
}
