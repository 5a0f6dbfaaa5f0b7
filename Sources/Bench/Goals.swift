/// What is asked of whole checkouts.
struct Goals {
    /// A second, at least.
    let checkouts: Double
    /// Milliseconds, of each request.
    let p99: Double
    let words: String

    /// Of a shop in a file.
    static let file = Goals(checkouts: 1_000, p99: 80, words: BenchRow.checkouts.asked)

    /// Of a shop on a PostgreSQL server that takes so many of pgbench's transactions: a checkout is five requests, and writes as
    /// much as about six of them.
    static func server(taking transactions: Double) -> Goals {
        let sixth = transactions / 6
        let which = sixth < 350 ? "≥ \(sixth.rounded().shown)/s, a sixth of pgbench" : "≥ 350/s"
        return Goals(checkouts: min(350, sixth), p99: 200, words: which + ", p99 < 200 ms")
    }

    func checkoutsReached(_ figure: Figure) -> Bool {
        (figure.rate ?? 0) >= checkouts && (figure.latency?.p99 ?? .infinity) < p99
    }
}
