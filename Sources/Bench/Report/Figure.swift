/// One measured row.
public struct Figure: Codable, Sendable {
    public let row: BenchRow
    public let title: String
    public var asked: String
    /// The measured counterpart of `asked`, in the same words.
    public var measured: String
    /// Whether what was asked is reached; nil where nothing was.
    public var isReached: Bool?
    public var clients: Int?
    /// The length of the measured window.
    public var seconds: Double?
    /// Jobs done in it, and how many of them a second.
    public var jobs: Int?
    public var rate: Double?
    /// How long one request took.
    public var latency: Latency?
    public var steps: [String: Latency] = [:]
    public var use: Use?
    public var shares: [Share] = []
    public var notes: [String] = []

    /// What the row cost on either side.
    public struct Use: Codable, Sendable {
        public var serverCPUSeconds: Double?
        public var serverMemoryBytes: Int?
        /// CPU that the measuring process itself took for one request, in microseconds.
        public var clientMicrosecondsPerRequest: Double?
    }

    /// The rate as a share of a limit that was measured in the same run.
    public struct Share: Codable, Sendable {
        public let limit: String
        public let share: Double
    }

    init(_ row: BenchRow, measured: String, isReached: Bool? = nil) {
        self.row = row
        title = row.title
        asked = row.asked
        self.measured = measured
        self.isReached = isReached
    }

    /// A row that could not be measured, with the reason: it has not reached what was asked.
    init(_ row: BenchRow, failed reason: any Error) {
        self.init(row, measured: "could not be measured", isReached: false)
        notes = ["\(reason)"]
    }

    /// A figure of a tally: rate, latency per request, and a note for each thing that went wrong.
    init(_ row: BenchRow, of tally: Tally, clients: Int, use: Use) {
        self.init(row, measured: "")
        let latency = Latency(tally.requests)
        measured = "\(tally.rate.rounded().grouped)/s, p99 \((latency?.p99 ?? 0).shown) ms"
        self.clients = clients
        seconds = tally.seconds
        jobs = tally.jobs
        rate = tally.rate
        self.latency = latency
        steps = tally.steps.compactMapValues(Latency.init)
        self.use = use
        notes = tally.failures.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
    }

    /// Adds the share of a limit; `work` is how many units of the limit one job takes.
    mutating func compare(with limit: Limit?, work: Double = 1) {
        guard let limit, let rate else { return }
        shares.append(Share(limit: limit.name, share: rate * work / limit.rate))
    }
}

/// What this machine can do at most, measured in the same run.
public struct Limit: Codable, Sendable {
    public let name: String
    /// A second.
    public let rate: Double
    public let detail: String
}

extension Double {
    /// At most two digits after the point: `12.3`, `0.45`.
    var shown: String {
        let digits = self >= 10 ? 10.0 : 100.0
        let rounded = (self * digits).rounded() / digits
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }

    /// Whole, with commas: `19,406`.
    var grouped: String {
        var digits = Array(String(Int(rounded())))
        var position = digits.count - 3
        while position > 0, digits[position - 1] != "-" {
            digits.insert(",", at: position)
            position -= 3
        }
        return String(digits)
    }
}
