import Essentials
import HTTPTypes
import Hummingbird

/// A page that was rendered, and the things that it shows.
public struct RenderedPage: Sendable {
    let html: ByteBuffer
    let subjects: Set<UInt128>
    let end: Instant?

    /// - Parameters:
    ///   - subjects: the bits of every id whose change must change the page: the product, its variants, its channel.
    ///   - end: when it says something else without any change, because it speaks of today; `nil` for never.
    public init(_ html: ByteBuffer, showing subjects: Set<UInt128>, until end: Instant? = nil) {
        self.html = html
        self.subjects = subjects
        self.end = end
    }
}

/// A page that is ready to be sent: its bytes, its fields, its tag.
public final class KeptPage: Sendable {
    let subjects: Set<UInt128>
    /// When it says something else; `nil` for never.
    let end: Instant?
    /// What it takes in memory.
    let bytes: Int
    private let pressed: PressedPage
    private let name: String
    /// The fields of the page as browsers ask for it: compressed, with nothing personal.
    private let fields: HTTPFields

    init(_ page: RenderedPage) {
        pressed = PressedPage(CutPage(page.html))
        subjects = page.subjects
        end = page.end
        name = Fingerprint.of(pressed.whole)
        fields = Self.fields(Self.tag(name), length: pressed.whole.readableBytes, isCompressed: true)
        bytes = pressed.whole.readableBytes + 160 * page.subjects.count + 1_024
    }

    /// Weak: the compressed bytes are another representation with the same meaning (RFC 9110, 8.8.1).
    private static func tag(_ name: String) -> String { "W/\"\(name)\"" }

    private static func fields(_ tag: String, length: Int, isCompressed: Bool) -> HTTPFields {
        var fields = HTTPFields()
        fields.reserveCapacity(16)
        fields.append(HTTPField(name: .contentType, value: "text/html; charset=utf-8"))
        fields.append(HTTPField(name: .contentLength, value: String(length)))
        // Browsers keep it, and ask each time whether it is still right.
        fields.append(HTTPField(name: .cacheControl, value: "private, no-cache"))
        fields.append(HTTPField(name: .vary, value: "Accept-Encoding, Accept-Language, Cookie"))
        fields.append(HTTPField(name: .eTag, value: tag))
        if isCompressed { fields.append(HTTPField(name: .contentEncoding, value: "gzip")) }
        return fields
    }

    /// The page for this request.
    ///
    /// - Parameter fillings: HTML for its personal holes; empty for whoever has nothing personal, which is fastest.
    public func response(to request: Request, filling fillings: [String: ByteBuffer] = [:]) -> Response {
        let tag = Self.tag(([name] + fillings.sorted { $0.key < $1.key }.map { Fingerprint.of($0.value) }).joined(separator: "-"))
        if let known = request.headers[.ifNoneMatch], known.contains(tag) {
            return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "private, no-cache"])
        }
        let isCompressed = Compression.isAccepted(by: request)
        if isCompressed, fillings.isEmpty {
            return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: pressed.whole))
        }
        let body = isCompressed ? pressed.gzip(filling: fillings) : pressed.plain(filling: fillings)
        let fields = Self.fields(tag, length: body.readableBytes, isCompressed: isCompressed)
        return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: body))
    }
}
