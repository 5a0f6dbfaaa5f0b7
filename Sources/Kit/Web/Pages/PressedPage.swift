import Hummingbird

/// A page as it is kept: in gzip's form (RFC 1952), its holes as plain blocks between pieces that do not refer to one another.
///
/// So a hole is filled without compressing anything again, and what is somebody's own is never compressed together with
/// what somebody else may have written (BREACH, 2013).
struct PressedPage: Sendable {
    private enum Part {
        /// Where it stands in `whole`, and what it says.
        case text(Range<Int>, GzipSum)
        case hole(String, standard: ByteBuffer)
    }

    private let parts: [Part]
    /// The page as it is for somebody of whom nothing is known.
    let whole: ByteBuffer

    init(_ page: CutPage) {
        var bytes = ByteBuffer()
        bytes.writeGzipHead()
        let deflater = Deflater(level: 3)
        var sum = GzipSum()
        parts = page.parts.map { part in
            switch part {
            case .text(let text):
                let start = bytes.writerIndex
                deflater.write(text, to: &bytes)
                let its = GzipSum(of: text)
                sum.add(its)
                return .text(start..<bytes.writerIndex, its)
            case .hole(let name, let standard):
                bytes.writeStored(standard)
                sum.add(GzipSum(of: standard))
                // A slice would keep the whole page that it was cut from.
                return .hole(name, standard: ByteBuffer(bytes: standard.readableBytesView))
            }
        }
        bytes.writeGzipEnd(sum)
        // What is kept takes no more than it needs.
        whole = ByteBuffer(bytes: bytes.readableBytesView)
    }

    /// The page in gzip's form with some holes filled; the others keep their standard.
    func gzip(filling fillings: [String: ByteBuffer]) -> ByteBuffer {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(fillings.values.reduce(whole.readableBytes) { $0 + $1.readableBytes + 5 })
        bytes.writeGzipHead()
        var sum = GzipSum()
        for part in parts {
            switch part {
            case .text(let range, let its):
                if let text = whole.getSlice(at: range.lowerBound, length: range.count) { bytes.writeImmutableBuffer(text) }
                sum.add(its)
            case .hole(let name, let standard):
                let filling = fillings[name] ?? standard
                bytes.writeStored(filling)
                sum.add(GzipSum(of: filling))
            }
        }
        bytes.writeGzipEnd(sum)
        return bytes
    }

    /// The page as text, for the few who take no gzip.
    func plain(filling fillings: [String: ByteBuffer]) -> ByteBuffer {
        var html = ByteBuffer()
        for part in parts {
            switch part {
            case .text(let range, let sum):
                if let text = whole.getSlice(at: range.lowerBound, length: range.count) {
                    html.writeInflated(text, length: sum.length)
                }
            case .hole(let name, let standard): html.writeImmutableBuffer(fillings[name] ?? standard)
            }
        }
        return html
    }
}
