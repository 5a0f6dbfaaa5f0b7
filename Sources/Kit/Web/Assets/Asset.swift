import HTTPTypes
import Hummingbird

/// One file, ready to be sent.
struct Asset: Sendable {
    let type: AssetType
    let version: String
    let bytes: ByteBuffer
    private let compressed: ByteBuffer?

    init(type: AssetType, version: String, bytes: ByteBuffer) {
        self.type = type
        self.version = version
        self.bytes = bytes
        compressed = type.isText ? Compression.gzip(bytes) : nil
    }

    func response(to request: Request) -> Response {
        let tag = "W/\"" + version + "\""
        let isVersioned = request.uri.query == "v=" + version
        var headers: HTTPFields = [
            .contentType: type.name,
            .cacheControl: isVersioned ? "public, max-age=31536000, immutable" : "public, no-cache",
            .eTag: tag,
        ]
        if type.isText { headers[.vary] = "Accept-Encoding" }
        if let known = request.headers[.ifNoneMatch], known.contains(tag) {
            return Response(status: .notModified, headers: headers)
        }
        if let compressed, Compression.isAccepted(by: request) {
            headers[.contentEncoding] = "gzip"
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: compressed))
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }
}

/// What a file is, told by the end of its name.
struct AssetType: Sendable, Equatable {
    let name: String
    /// Modules and style sheets, which name other files.
    let isCode: Bool

    init(path: String) {
        let end = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
        name = Self.names[end] ?? "application/octet-stream"
        isCode = end == "js" || end == "mjs" || end == "css"
    }

    var isText: Bool {
        name.hasPrefix("text/") || name.hasPrefix("image/svg") || name.hasSuffix("json")
    }

    private static let names = [
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8",
        "json": "application/json",
        "webmanifest": "application/manifest+json",
        "txt": "text/plain; charset=utf-8",
        "svg": "image/svg+xml; charset=utf-8",
        "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "gif": "image/gif",
        "webp": "image/webp",
        "avif": "image/avif",
        "ico": "image/x-icon",
        "woff2": "font/woff2",
        "mp3": "audio/mpeg",
        "wasm": "application/wasm",
    ]
}
