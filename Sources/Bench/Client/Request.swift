/// One HTTP/1.1 request, as the bytes that go over the wire.
struct Request: Sendable {
    /// What the report calls this step: “add to cart”.
    let step: String
    let bytes: [UInt8]
    /// Whether the body of the answer is wanted; otherwise it is only counted.
    var keepsBody = false
    /// Whether the answer never ends and is handed on piece by piece.
    var streams = false
}

/// Writes requests as a browser on the shop's own pages would send them.
struct RequestWriter: Sendable {
    private let common: String

    init(port: UInt16) {
        let origin = "127.0.0.1:\(port)"
        common = " HTTP/1.1\r\nHost: \(origin)\r\nOrigin: http://\(origin)\r\nSec-Fetch-Site: same-origin\r\n"
    }

    func get(_ path: String, cookies: String = "", accept: String = "text/html") -> [UInt8] {
        bytes("GET ", path, common, "Accept: \(accept)\r\nAccept-Encoding: gzip\r\n", cookieLine(cookies), "\r\n")
    }

    /// A form post; `form` is already URL-encoded.
    func post(_ path: String, form: String, cookies: String = "") -> [UInt8] {
        post(path, form, as: "application/x-www-form-urlencoded", cookies: cookies)
    }

    func post(_ path: String, json: String, cookies: String = "") -> [UInt8] {
        post(path, json, as: "application/json", cookies: cookies)
    }

    private func post(_ path: String, _ body: String, as type: String, cookies: String) -> [UInt8] {
        let length = "Content-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        return bytes("POST ", path, common, cookieLine(cookies), length, body)
    }

    private func cookieLine(_ cookies: String) -> String { cookies.isEmpty ? "" : "Cookie: \(cookies)\r\n" }

    private func bytes(_ parts: String...) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count })
        for part in parts { bytes.append(contentsOf: part.utf8) }
        return bytes
    }
}
