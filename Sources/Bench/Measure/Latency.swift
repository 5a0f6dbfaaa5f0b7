/// How long requests took, in milliseconds.
public struct Latency: Codable, Sendable {
    public let count: Int
    public let median: Double
    public let p95: Double
    public let p99: Double
    public let longest: Double

    init?(_ histogram: Histogram) {
        guard histogram.count > 0 else { return nil }
        func milliseconds(_ nanoseconds: Int64) -> Double { Double(nanoseconds) / 1e6 }
        count = histogram.count
        median = milliseconds(histogram.percentile(0.5))
        p95 = milliseconds(histogram.percentile(0.95))
        p99 = milliseconds(histogram.percentile(0.99))
        longest = milliseconds(histogram.longest)
    }
}
