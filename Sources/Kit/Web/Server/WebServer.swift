import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import HummingbirdTLS
import Logging
import NIOCore
import ServiceLifecycle

/// A web server: routes behind the front door, on one address, ended gracefully.
///
/// At shutdown no new connection is taken, requests under way finish, and streams that would never end are ended.
public struct WebServer: Service {
    private let application: Application<RouterResponder<SeamContext>>
    private let atShutdown: [@Sendable () -> Void]

    /// - Parameters:
    ///   - meter: counts the requests.
    ///   - live: its streams are kept alive, and ended when shutdown begins.
    ///   - onceListening: told the port.
    ///   - atShutdown: what else to end when shutdown begins.
    ///   - routes: adds what the surfaces answer.
    /// - Throws: `ServerFault` when the certificate cannot be used.
    public init(
        _ options: WebServerOptions = WebServerOptions(),
        logger: Logger,
        meter: RequestMeter = RequestMeter(),
        live: LiveHub? = nil,
        onceListening: @escaping @Sendable (Int) async -> Void = { _ in },
        atShutdown: [@Sendable () -> Void] = [],
        routes: (Router<SeamContext>) throws -> Void
    ) throws {
        let router = Router(context: SeamContext.self, options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: FrontDoor(
                arrivals: Arrivals(proxies: options.trustedProxies, speaksTLS: options.certificate != nil),
                headers: SecurityHeaders(imageSources: options.imageSources),
                problems: ProblemAnswer(pages: options.errorPages),
                meter: meter,
                log: RequestLog(slow: options.slowRequest),
                limits: BodyLimits(options)))
        try routes(router)

        let configuration = ApplicationConfiguration(
            address: .hostname(options.host, port: options.port),
            backlog: 1_024,
            availableConnectionsDelegate: .maximum(options.maximumConnections, logger: logger))
        application = Application(
            router: router,
            server: try Self.builder(options),
            configuration: configuration,
            services: live.map { [$0] } ?? [],
            onServerRunning: { channel in await onceListening(channel.localAddress?.port ?? options.port) },
            logger: logger)
        self.atShutdown = atShutdown + (live.map { [$0.end] } ?? [])
    }

    public func run() async throws {
        try await withGracefulShutdownHandler {
            try await application.run()
        } onGracefulShutdown: {
            for end in atShutdown { end() }
        }
    }

    private static func builder(_ options: WebServerOptions) throws -> HTTPServerBuilder {
        let connection = HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                ConnectionGuard(limits: BodyLimits(options), writeTimeout: TimeAmount(options.writeTimeout))
            ],
            idleTimeout: TimeAmount(options.idleTimeout),
            httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))
        guard let files = options.certificate else {
            return .onEventLoop { HTTP1Channel(responder: $0, configuration: connection) }
        }
        let tls = try files.configuration()
        return .onEventLoop { responder in
            try HTTP2UpgradeChannel(
                tlsConfiguration: tls,
                configuration: .init(
                    idleTimeout: options.idleTimeout, gracefulCloseTimeout: options.idleTimeout, streamConfiguration: connection),
                responder: responder)
        }
    }
}
