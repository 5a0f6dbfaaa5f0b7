import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Synchronization

/// A browser without a screen: it keeps cookies, posts forms, and shows each answer as it came, redirects included.
public final class Visitor: Sendable {
    public let address: String
    private let client: HTTPClient
    private let cookies = Mutex<[String: String]>([:])
    private let timeout: TimeAmount

    /// - Parameter client: shared by many visitors; it must not follow redirects (`Visitor.client`).
    public init(of address: String, client: HTTPClient, timeout: TimeAmount = .seconds(20)) {
        self.address = address
        self.client = client
        self.timeout = timeout
    }

    /// An HTTP client that shows redirects instead of following them.
    public static func client(connections: Int = 64) -> HTTPClient {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        // A server that is gone is told at once, not when the patience of the request ends.
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    public var hasCookies: Bool { cookies.withLock { !$0.isEmpty } }

    /// Gives the browser a cookie that another part of the shop would have set.
    public func carry(_ name: String, _ value: String) {
        cookies.withLock { $0[name] = value }
    }

    public struct Answer: Sendable {
        public let status: Int
        public let headers: [(name: String, value: String)]
        public let body: String

        /// The first value of a header, whatever its case.
        public func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }

        /// Where a redirect leads.
        public var location: String? { header("location") }
    }

    public func get(_ path: String) async throws -> Answer {
        try await send(request(path, .GET))
    }

    /// - Parameter preferences: what the browser says besides: `["accept-language": "fi"]`.
    public func get(_ path: String, saying preferences: KeyValuePairs<String, String>) async throws -> Answer {
        var request = request(path, .GET)
        for (name, value) in preferences { request.headers.replaceOrAdd(name: name, value: value) }
        return try await send(request)
    }

    /// Posts a form as a browser does from one of the shop's own pages.
    public func post(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        try await post(path, pairs: fields.map { ($0, $1) })
    }

    /// - Parameter site: what the browser says of where the form stands: `cross-site` for somebody else's page.
    public func post(_ path: String, pairs: [(String, String)], from site: String = "same-origin") async throws -> Answer {
        var request = request(path, .POST)
        request.headers.replaceOrAdd(name: "sec-fetch-site", value: site)
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: pairs.map { "\(Self.encoded($0))=\(Self.encoded($1))" }.joined(separator: "&")))
        return try await send(request)
    }

    /// A file that a form brings.
    public struct File: Sendable {
        public let field: String
        public let name: String
        public let bytes: [UInt8]

        public init(_ field: String, named name: String, _ bytes: [UInt8]) {
            (self.field, self.name, self.bytes) = (field, name, bytes)
        }
    }

    /// Posts a form that brings files (multipart/form-data) as a browser does.
    public func post(_ path: String, _ fields: KeyValuePairs<String, String>, files: [File]) async throws -> Answer {
        try await post(path, pairs: fields.map { ($0, $1) }, files: files)
    }

    public func post(_ path: String, pairs fields: [(String, String)], files: [File]) async throws -> Answer {
        let boundary = "----visitor"
        var body = ByteBuffer()
        for (name, value) in fields {
            body.writeString("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
        }
        for file in files {
            body.writeString(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n\r\n")
            body.writeBytes(file.bytes)
            body.writeString("\r\n")
        }
        body.writeString("--\(boundary)--\r\n")
        var request = request(path, .POST)
        request.headers.add(name: "content-type", value: "multipart/form-data; boundary=\(boundary)")
        request.body = .bytes(body)
        return try await send(request)
    }

    /// Posts JSON as one of the shop's own modules does.
    public func post(_ path: String, json: some Encodable, headers: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        try await send(json, to: path, .POST, headers)
    }

    /// Puts JSON there as one of the shop's own modules does.
    public func put(_ path: String, json: some Encodable, headers: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        try await send(json, to: path, .PUT, headers)
    }

    public func delete(_ path: String) async throws -> Answer {
        try await send(request(path, .DELETE))
    }

    private func send(
        _ json: some Encodable, to path: String, _ method: HTTPMethod, _ headers: KeyValuePairs<String, String>
    ) async throws -> Answer {
        var request = request(path, method)
        request.headers.add(name: "content-type", value: "application/json")
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        request.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(json)))
        return try await send(request)
    }

    private func request(_ path: String, _ method: HTTPMethod) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: path.hasPrefix("http") ? path : address + path)
        request.method = method
        request.headers.add(name: "origin", value: address)
        request.headers.add(name: "sec-fetch-site", value: "same-origin")
        let cookie = cookies.withLock { $0.map { "\($0)=\($1)" }.sorted().joined(separator: "; ") }
        if !cookie.isEmpty { request.headers.add(name: "cookie", value: cookie) }
        return request
    }

    private func send(_ request: HTTPClientRequest) async throws -> Answer {
        let response = try await client.execute(request, timeout: timeout)
        for cookie in response.headers["set-cookie"] { keep(cookie) }
        let body = try await response.body.collect(upTo: 8 << 20)
        return Answer(
            status: Int(response.status.code), headers: response.headers.map { ($0.name, $0.value) }, body: String(buffer: body))
    }

    /// `name=value; Path=/; …`; an empty value or `Max-Age=0` takes the cookie away.
    private func keep(_ line: String) {
        let parts = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard let pair = parts.first, let equals = pair.firstIndex(of: "=") else { return }
        let name = String(pair[..<equals])
        let value = String(pair[pair.index(after: equals)...])
        let isGone = value.isEmpty || parts.contains { $0.lowercased() == "max-age=0" }
        cookies.withLock { $0[name] = isGone ? nil : value }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }
}
