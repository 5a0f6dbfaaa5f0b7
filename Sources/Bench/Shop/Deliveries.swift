/// How long each sale took to show on the open pages of its product.
final class Deliveries {
    private var sold: [String: Tick] = [:]
    private var outstanding: [String: Int] = [:]
    private(set) var delays = Histogram()
    /// Pages that a sale should have reached and did not before the next sale of the same product.
    private(set) var missed = 0
    private(set) var sales = 0
    private let pages: [String: Int]

    /// - Parameter pages: how many pages are open on each variant.
    init(pages: [String: Int]) {
        self.pages = pages
    }

    /// Whether every page has shown every sale.
    var areAllIn: Bool { outstanding.values.allSatisfy { $0 == 0 } }

    func sell(_ variant: String, at now: Tick) {
        missed += outstanding[variant] ?? 0
        sold[variant] = now
        outstanding[variant] = pages[variant] ?? 0
        sales += 1
    }

    /// The sale was refused, so no page will hear of it.
    func withdraw(_ variant: String) {
        outstanding[variant] = nil
        sales -= 1
    }

    /// One page has shown a new number.
    func arrive(_ variant: String, at now: Tick) {
        guard let left = outstanding[variant], left > 0, let moment = sold[variant] else { return }
        outstanding[variant] = left - 1
        delays.record(now - moment)
    }

    /// Counts what has not come by now as missed.
    func close() {
        missed += outstanding.values.reduce(0, +)
        outstanding = [:]
    }
}
