import Metrics
import Synchronization

/// Keeps the metrics of the whole process for `/metrics`: `MetricsSystem.bootstrap(registry)` once at start.
///
/// Counters and gauges are kept as they are; recorders and timers (in seconds) become histograms.
public final class MetricsRegistry: MetricsFactory, Sendable {
    private let series = Mutex<[String: [[MetricLabel]: Series]]>([:])

    public init() {}

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        find(label, dimensions, kind: .counter)
    }

    public func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
        find(label, dimensions, kind: .counter)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        find(label, dimensions, kind: .gauge)
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        find(label, dimensions, kind: aggregate ? .histogram : .gauge)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        find(label + "_seconds", dimensions, kind: .histogram)
    }

    public func destroyCounter(_: any CounterHandler) {}
    public func destroyFloatingPointCounter(_: any FloatingPointCounterHandler) {}
    public func destroyMeter(_: any MeterHandler) {}
    public func destroyRecorder(_: any RecorderHandler) {}
    public func destroyTimer(_: any TimerHandler) {}

    private func find(_ label: String, _ dimensions: [(String, String)], kind: Series.Kind) -> Series {
        let name = PrometheusText.name(label)
        let labels = dimensions.map { MetricLabel(name: PrometheusText.name($0.0), value: $0.1) }
        return series.withLock { series in
            if let known = series[name]?[labels] { return known }
            let fresh = Series(kind: kind)
            series[name, default: [:]][labels] = fresh
            return fresh
        }
    }

    func write(to text: inout PrometheusText) {
        let families = series.withLock { $0 }
        for (name, members) in families.sorted(by: { $0.key < $1.key }) {
            guard let kind = members.values.first?.kind else { continue }
            text.family(name, type: kind.rawValue, help: name)
            for (labels, member) in members.sorted(by: { "\($0.key)" < "\($1.key)" }) {
                member.write(name, labels.map { ($0.name, $0.value) }, to: &text)
            }
        }
    }
}

struct MetricLabel: Hashable, Sendable {
    let name: String
    let value: String
}
