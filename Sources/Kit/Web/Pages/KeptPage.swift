import HTTPTypes
import Hummingbird
import Synchronization

/// A page that was rendered, and the things that it shows.
public struct RenderedPage: Sendable {
    let html: ByteBuffer
    let subjects: Set<UInt128>

    /// - Parameter subjects: the bits of every id whose change must change the page: the product, its variants, its channel.
    public init(_ html: ByteBuffer, showing subjects: Set<UInt128>) {
        self.html = html
        self.subjects = subjects
    }
}

/// A page that is ready to be sent: its bytes, its fields, its tag.
public final class KeptPage: Sendable {
    private struct Representation {
        let fields: HTTPFields
        let body: ByteBuffer
    }

    let subjects: Set<UInt128>
    let bytes: Int
    private let cut: CutPage
    private let tag: String
    private let plain: Representation
    /// Made when the first browser asks for it; nobody may ever.
    private let compressed = Mutex<Representation?>(nil)

    init(_ page: RenderedPage) {
        cut = CutPage(page.html)
        subjects = page.subjects
        // Weak: the compressed bytes are another representation with the same meaning (RFC 9110, 8.8.1).
        tag = "W/\"" + Fingerprint.of(cut.whole) + "\""
        plain = Representation(fields: Self.fields(tag, length: cut.whole.readableBytes), body: cut.whole)
        // A compressed page is about a quarter of itself.
        bytes = page.html.readableBytes + cut.whole.readableBytes + cut.whole.readableBytes / 4 + 64 * page.subjects.count + 1_024
    }

    private static func fields(_ tag: String, length: Int) -> HTTPFields {
        var fields = HTTPFields()
        fields.reserveCapacity(16)
        fields.append(HTTPField(name: .contentType, value: "text/html; charset=utf-8"))
        fields.append(HTTPField(name: .contentLength, value: String(length)))
        // Browsers keep it, and ask each time whether it is still right.
        fields.append(HTTPField(name: .cacheControl, value: "private, no-cache"))
        fields.append(HTTPField(name: .vary, value: "Accept-Encoding, Cookie"))
        fields.append(HTTPField(name: .eTag, value: tag))
        return fields
    }

    /// The page for this request.
    ///
    /// - Parameter fillings: HTML for its personal holes; empty for whoever has nothing personal, which is fastest.
    public func response(to request: Request, filling fillings: [String: ByteBuffer] = [:]) -> Response {
        guard fillings.isEmpty else { return .html(cut.filled(fillings)) }
        if let known = request.headers[.ifNoneMatch], known.contains(tag) {
            return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "private, no-cache"])
        }
        let representation = Compression.isAccepted(by: request) ? smallest() : plain
        return Response(status: .ok, headers: representation.fields, body: ResponseBody(byteBuffer: representation.body))
    }

    private func smallest() -> Representation {
        compressed.withLock { compressed in
            if let compressed { return compressed }
            var made = plain
            if let body = Compression.gzip(cut.whole) {
                var fields = Self.fields(tag, length: body.readableBytes)
                fields.append(HTTPField(name: .contentEncoding, value: "gzip"))
                made = Representation(fields: fields, body: body)
            }
            compressed = made
            return made
        }
    }
}
