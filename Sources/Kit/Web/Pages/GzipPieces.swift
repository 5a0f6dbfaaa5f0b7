import CZlib
import Hummingbird

/// What stands at the end of a gzip file (RFC 1952, 2.3.1): the checksum and the length of the text.
struct GzipSum: Sendable, Equatable {
    private(set) var checksum: UInt = 0
    private(set) var length = 0

    init() {}

    init(of text: ByteBuffer) {
        checksum = text.withUnsafeReadableBytes { bytes in
            crc32_z(0, bytes.baseAddress?.assumingMemoryBound(to: Bytef.self), bytes.count)
        }
        length = text.readableBytes
    }

    /// The sum of this text and another behind it.
    mutating func add(_ next: GzipSum) {
        checksum = crc32_combine(checksum, next.checksum, next.length)
        length += next.length
    }
}

/// Writes texts as deflate blocks (RFC 1951) that end on a whole byte and refer to nothing before them, so that whatever else may
/// stand between them.
final class Deflater {
    private var stream = z_stream()
    private let isReady: Bool

    init(level: Int32) {
        let rawWindow: Int32 = -15
        isReady =
            deflateInit2_(
                &stream, level, Z_DEFLATED, rawWindow, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isReady { deflateEnd(&stream) }
    }

    /// Without memory to compress, the text is written as it is.
    func write(_ text: ByteBuffer, to bytes: inout ByteBuffer) {
        guard isReady, text.readableBytes > 0 else { return bytes.writeStored(text) }
        var text = text
        text.withUnsafeMutableReadableBytes { source in
            stream.next_in = source.baseAddress?.assumingMemoryBound(to: Bytef.self)
            stream.avail_in = uInt(source.count)
            repeat {
                bytes.writeWithUnsafeMutableBytes(minimumWritableBytes: max(256, source.count / 3)) { target in
                    stream.next_out = target.baseAddress?.assumingMemoryBound(to: Bytef.self)
                    stream.avail_out = uInt(target.count)
                    deflate(&stream, Z_FULL_FLUSH)
                    return target.count - Int(stream.avail_out)
                }
            } while stream.avail_out == 0
        }
    }
}

extension ByteBuffer {
    mutating func writeGzipHead() {
        // Deflate, no name, no time; from a system that is not told.
        writeBytes([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
    }

    /// An empty last block, then the sum.
    mutating func writeGzipEnd(_ sum: GzipSum) {
        writeBytes([1, 0, 0, 0xff, 0xff])
        writeInteger(UInt32(truncatingIfNeeded: sum.checksum), endianness: .little)
        writeInteger(UInt32(truncatingIfNeeded: sum.length), endianness: .little)
    }

    /// A text as stored blocks (RFC 1951, 3.2.4).
    mutating func writeStored(_ text: ByteBuffer) {
        var rest = text
        while let block = rest.readSlice(length: min(rest.readableBytes, Int(UInt16.max))), block.readableBytes > 0 {
            let length = UInt16(block.readableBytes)
            writeInteger(UInt8(0))
            writeInteger(length, endianness: .little)
            writeInteger(~length, endianness: .little)
            writeImmutableBuffer(block)
        }
    }

    /// What a `Deflater` made of a text of this length.
    mutating func writeInflated(_ deflated: ByteBuffer, length: Int) {
        var stream = z_stream()
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return }
        defer { inflateEnd(&stream) }
        var deflated = deflated
        deflated.withUnsafeMutableReadableBytes { source in
            _ = writeWithUnsafeMutableBytes(minimumWritableBytes: length) { target in
                stream.next_in = source.baseAddress?.assumingMemoryBound(to: Bytef.self)
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress?.assumingMemoryBound(to: Bytef.self)
                stream.avail_out = uInt(length)
                inflate(&stream, Z_SYNC_FLUSH)
                return length - Int(stream.avail_out)
            }
        }
    }
}
