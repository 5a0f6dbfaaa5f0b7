/// How many values lay below each of some bounds, and their sum.
struct Histogram: Sendable {
    let bounds: [Double]
    private var counts: [UInt64]
    private(set) var sum = 0.0

    init(bounds: [Double]) {
        self.bounds = bounds
        counts = Array(repeating: 0, count: bounds.count + 1)
    }

    mutating func record(_ value: Double) {
        var slot = 0
        while slot < bounds.count, value > bounds[slot] { slot += 1 }
        counts[slot] += 1
        sum += value
    }

    func write(_ name: String, _ labels: [(String, String)], to text: inout PrometheusText) {
        var below: UInt64 = 0
        for (bound, count) in zip(bounds, counts) {
            below += count
            text.sample(name + "_bucket", labels + [("le", "\(bound)")], Double(below))
        }
        below += counts[bounds.count]
        text.sample(name + "_bucket", labels + [("le", "+Inf")], Double(below))
        text.sample(name + "_sum", labels, sum)
        text.sample(name + "_count", labels, Double(below))
    }
}
