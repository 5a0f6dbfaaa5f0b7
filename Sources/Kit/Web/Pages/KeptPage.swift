import Crypto
import HTTPTypes
import Hummingbird

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
    let subjects: Set<UInt128>
    let bytes: Int
    private let cut: CutPage
    private let tag: String
    private let fields: HTTPFields
    private let compressed: ByteBuffer?
    private let compressedFields: HTTPFields

    init(_ page: RenderedPage) {
        let cut = CutPage(page.html)
        self.cut = cut
        subjects = page.subjects
        compressed = Compression.gzip(cut.whole)
        // Weak: the compressed bytes are another representation with the same meaning (RFC 9110, 8.8.1).
        let tag = "W/\"" + Fingerprint.of(cut.whole) + "\""
        self.tag = tag
        fields = Self.fields(tag, length: cut.whole.readableBytes)
        var compressedFields = Self.fields(tag, length: compressed?.readableBytes ?? 0)
        compressedFields.append(HTTPField(name: .contentEncoding, value: "gzip"))
        self.compressedFields = compressedFields
        bytes = page.html.readableBytes + cut.whole.readableBytes + (compressed?.readableBytes ?? 0) + 64 * page.subjects.count + 1_024
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
        if let compressed, Compression.isAccepted(by: request) {
            return Response(status: .ok, headers: compressedFields, body: ResponseBody(byteBuffer: compressed))
        }
        return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: cut.whole))
    }
}
