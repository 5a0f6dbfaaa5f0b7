/// What the visitors of one row saw, inside the measured window.
final class Tally {
    /// What counts: requests sent and answered within it.
    private(set) var window: Range<Tick>
    private(set) var requests = Histogram()
    private(set) var steps: [String: Histogram] = [:]
    /// Whole jobs that ended within the window: checkouts, pages, sales.
    private(set) var jobs = 0
    private var lastJob: Tick?
    /// What went wrong, and how often, inside the window or not.
    private(set) var failures: [String: Int] = [:]

    init(warmUp: Duration, window length: Duration, from start: Tick = .now) {
        window = start + warmUp..<start + warmUp + length
    }

    var seconds: Double { Double(window.upperBound - window.lowerBound) / 1e9 }
    var rate: Double { Double(jobs) / seconds }

    func isOver(at now: Tick) -> Bool { now >= window.upperBound }

    func record(_ request: Request, sent: Tick, at now: Tick) {
        guard sent >= window.lowerBound, now < window.upperBound else { return }
        requests.record(now - sent)
        steps[request.step, default: Histogram()].record(now - sent)
    }

    func finishJob(at now: Tick) {
        guard window.contains(now) else { return }
        jobs += 1
        lastJob = now
    }

    func fail(_ reason: String) {
        failures[reason, default: 0] += 1
    }

    /// Ends the window at the last job, for a row whose work ran out before its time.
    func closeAtLastJob() {
        window = window.lowerBound..<(lastJob ?? window.upperBound)
    }
}
