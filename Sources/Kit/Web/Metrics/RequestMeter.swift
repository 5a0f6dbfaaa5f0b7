import HTTPTypes
import Synchronization

/// Counts requests and how long they took, by route, method and status.
public final class RequestMeter: Sendable {
    struct Key: Hashable {
        let route: String
        let method: String
        let status: Int
    }

    private let histograms = Mutex<[Key: Histogram]>([:])

    public init() {}

    func record(route: String, method: HTTPRequest.Method, status: HTTPResponse.Status, took: Duration) {
        // A method is a word of the client's own choosing: only those that HTTP knows are told apart.
        let key = Key(route: route, method: Self.known.contains(method) ? method.rawValue : "other", status: status.code)
        let seconds = took / .seconds(1)
        histograms.withLock { $0[key, default: Histogram(bounds: Self.bounds)].record(seconds) }
    }

    private static let bounds = [0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
    private static let known: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .delete, .patch, .options]

    func write(to text: inout PrometheusText) {
        let counted = histograms.withLock { $0 }
        text.family("seam_http_request_duration_seconds", type: "histogram", help: "How long requests took, by route.")
        for (key, histogram) in counted.sorted(by: {
            ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
        }) {
            let labels = [("route", key.route), ("method", key.method), ("status", String(key.status))]
            histogram.write("seam_http_request_duration_seconds", labels, to: &text)
        }
    }
}
