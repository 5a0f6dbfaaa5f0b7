import Metrics
import Synchronization

/// One metric with one set of labels.
final class Series: Sendable {
    enum Kind: String {
        case counter, gauge, histogram
    }

    let kind: Kind
    private let value = Mutex(0.0)
    private let histogram = Mutex(Histogram(bounds: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300]))

    init(kind: Kind) {
        self.kind = kind
    }

    private func add(_ amount: Double) {
        value.withLock { $0 += amount }
    }

    private func note(_ amount: Double) {
        if kind == .histogram {
            histogram.withLock { $0.record(amount) }
        } else {
            value.withLock { $0 = amount }
        }
    }

    func write(_ name: String, _ labels: [(String, String)], to text: inout PrometheusText) {
        if kind == .histogram {
            histogram.withLock { $0 }.write(name, labels, to: &text)
        } else {
            text.sample(name, labels, value.withLock { $0 })
        }
    }
}

extension Series: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler, TimerHandler {
    func increment(by amount: Int64) { add(Double(amount)) }
    func increment(by amount: Double) { add(amount) }
    func decrement(by amount: Double) { add(-amount) }
    func set(_ value: Int64) { note(Double(value)) }
    func set(_ value: Double) { note(value) }
    func record(_ value: Int64) { note(Double(value)) }
    func record(_ value: Double) { note(value) }
    func recordNanoseconds(_ duration: Int64) { note(Double(duration) / 1e9) }
    func reset() { value.withLock { $0 = 0 } }
}
