import AsyncHTTPClient
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle

@testable import Web

/// A running server and a client of it, over real HTTP.
struct Site {
    let port: Int
    let scheme: String
    let client: HTTPClient
    let group: ServiceGroup

    func get(_ path: String, _ headers: [(String, String)] = []) async throws -> Answer {
        try await send(.GET, path, headers)
    }

    func post(_ path: String, _ body: String = "", _ headers: [(String, String)] = []) async throws -> Answer {
        try await send(.POST, path, [("content-type", "application/x-www-form-urlencoded")] + headers, body: body)
    }

    func send(_ method: NIOHTTP1.HTTPMethod, _ path: String, _ headers: [(String, String)] = [], body: String? = nil) async throws -> Answer
    {
        var request = HTTPClientRequest(url: "\(scheme)://localhost:\(port)\(path)")
        request.method = method
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await client.execute(request, timeout: .seconds(10))
        let bytes = try await response.body.collect(upTo: 10_000_000)
        return Answer(
            status: Int(response.status.code), headers: response.headers.map { ($0.name.lowercased(), $0.value) },
            body: String(buffer: bytes), version: "\(response.version)")
    }
}

struct Answer {
    let status: Int
    let headers: [(name: String, value: String)]
    let body: String
    let version: String

    subscript(name: String) -> String? {
        headers.first { $0.name == name }?.value
    }
}

/// Runs a server with these routes while `body` asks it.
func withSite(
    _ options: WebServerOptions = WebServerOptions(),
    logger: Logger = Logger(label: "site", factory: { _ in SwiftLogNoOpLogHandler() }),
    meter: RequestMeter = RequestMeter(),
    live: LiveHub? = nil,
    atShutdown: [@Sendable () -> Void] = [],
    routes: (Router<SeamContext>) throws -> Void,
    body: @Sendable (Site) async throws -> Void
) async throws {
    var options = options
    options.port = 0
    let scheme = options.certificate == nil ? "http" : "https"
    let (ports, listening) = AsyncStream<Int>.makeStream()
    let server = try WebServer(
        options, logger: logger, meter: meter, live: live, onceListening: { listening.yield($0) }, atShutdown: atShutdown, routes: routes)
    let group = ServiceGroup(configuration: .init(services: [server], logger: logger))

    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.decompression = .enabled(limit: .ratio(100))
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 100
        configuration.tlsConfiguration = .makeClientConfiguration()
        configuration.tlsConfiguration?.certificateVerification = .none
        let client = HTTPClient(configuration: configuration)
        do {
            guard let port = await ports.first(where: { _ in true }) else { throw SiteFault() }
            try await body(Site(port: port, scheme: scheme, client: client, group: group))
            try await client.shutdown()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        } catch {
            try? await client.shutdown()
            await group.triggerGracefulShutdown()
            throw error
        }
    }
}

struct SiteFault: Error {}
