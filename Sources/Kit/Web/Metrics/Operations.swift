import HTTPTypes
import Hummingbird

/// What those who run the server ask it: is it alive, is it ready, what does it do.
public struct Operations: Sendable {
    private let readiness: @Sendable () async -> [String]
    private let meter: RequestMeter
    private let registry: MetricsRegistry
    private let live: LiveHub?
    private let watchers: [IPRange]

    /// - Parameters:
    ///   - watchers: who may read the metrics beside this machine itself.
    ///   - readiness: one sentence for each thing that keeps the server from serving; none when it can.
    ///   - live: its open streams are counted.
    public init(
        meter: RequestMeter, registry: MetricsRegistry, live: LiveHub? = nil, watchers: [IPRange] = [],
        readiness: @escaping @Sendable () async -> [String]
    ) {
        self.live = live
        self.watchers = watchers
        self.readiness = readiness
        self.meter = meter
        self.registry = registry
    }

    /// Adds `/health` (the process answers), `/ready` (503 with the reasons when it should get no visitors) and
    /// `/metrics` (Prometheus text; only for this machine itself and the watchers: to others there is no such page).
    public func addRoutes(to router: Router<SeamContext>) {
        router.get("/health") { _, _ in plain("ok\n") }
        router.get("/ready") { _, _ in
            let reasons = await readiness()
            guard !reasons.isEmpty else { return plain("ready\n") }
            return plain(reasons.map { $0 + "\n" }.joined(), status: .serviceUnavailable)
        }
        router.get("/metrics") { request, context in
            guard isForWatching(request, context) else { throw HTTPError(.notFound) }
            var text = PrometheusText()
            meter.write(to: &text)
            registry.write(to: &text)
            if let live {
                text.family("seam_live_streams", type: "gauge", help: "Browsers that listen to live numbers.")
                text.sample("seam_live_streams", [], Double(live.listeners))
            }
            ProcessMetrics.write(to: &text)
            var response = plain(text.text)
            response.headers[.contentType] = PrometheusText.contentType
            return response
        }
    }

    /// A proxy that is not trusted hides who asks, so nothing that comes through one is answered. Of what a trusted one
    /// passes on, it is the one behind it who must be a watcher: a proxy on this machine asks for the whole world.
    private func isForWatching(_ request: Request, _ context: SeamContext) -> Bool {
        if let client = context.forwardedAddress { return watchers.contains { $0.contains(client) } }
        let isForwarded = [.forwardedFor, .forwarded, .forwardedHost, .forwardedProto, .via].contains { request.headers.contains($0) }
        guard !isForwarded, let client = context.client else { return false }
        return client.isLoopback || watchers.contains { $0.contains(client) }
    }

    private func plain(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
