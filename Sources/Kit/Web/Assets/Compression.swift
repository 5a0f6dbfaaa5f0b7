import CZlib
import HTTPTypes
import Hummingbird

/// Makes bytes fewer, once for all who ask.
///
/// Only what is the same for everybody is compressed: a page with a secret and with something that an attacker can put beside
/// it would tell the secret by its length (BREACH, 2013).
enum Compression {
    /// The bytes in gzip's form (RFC 1952), or `nil` when that saves nothing worth while.
    static func gzip(_ bytes: ByteBuffer) -> ByteBuffer? {
        guard bytes.readableBytes >= 512 else { return nil }
        var stream = z_stream()
        let windowWithGzipFrame: Int32 = 15 + 16
        guard
            deflateInit2_(
                &stream, 5, Z_DEFLATED, windowWithGzipFrame, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }

        var input = bytes
        var output = ByteBuffer()
        let bound = Int(deflateBound(&stream, UInt(bytes.readableBytes)))
        let isWhole = input.withUnsafeMutableReadableBytes { source in
            output.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { target in
                stream.next_in = source.baseAddress?.assumingMemoryBound(to: Bytef.self)
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress?.assumingMemoryBound(to: Bytef.self)
                stream.avail_out = uInt(target.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END ? target.count - Int(stream.avail_out) : 0
            } > 0
        }
        guard isWhole, output.readableBytes < bytes.readableBytes * 9 / 10 else { return nil }
        // The bound was a guess from above; what is kept takes no more than it needs.
        return ByteBuffer(bytes: output.readableBytesView)
    }

    /// Whether the browser takes gzip (RFC 9110, 12.5.3).
    static func isAccepted(by request: Request) -> Bool {
        guard let header = request.headers[.acceptEncoding] else { return false }
        return header.split(separator: ",").contains { part in
            let pieces = part.split(separator: ";")
            guard let name = pieces.first?.trimmingSpaces(), name == "gzip" || name == "*" else { return false }
            return !pieces.dropFirst().contains { Double($0.trimmingSpaces().dropFirst(2)) == 0 }
        }
    }
}
