import Essentials

/// The most that this HTTP server can answer on this machine: a request that does nothing.
func measureEmptyAnswer(on stage: Stage) throws -> Limit {
    let tally = Tally(warmUp: .seconds(1), window: .seconds(4))
    let crowd = stage.crowd()
    let nothing = Request(step: "empty answer", bytes: stage.server.writer.get("/health"))
    for number in 0..<stage.settings.clients {
        try crowd.admit(Reader(of: [nothing], by: Zipf(over: 1, seed: 0), tally: tally, seed: UInt64(number)))
    }
    _ = try stage.run(crowd, through: tally)
    let p99 = Latency(tally.requests)?.p99 ?? 0
    return Limit(name: "empty answers", rate: tally.rate, detail: "GET /health, \(stage.settings.clients) clients, p99 \(p99.shown) ms")
}
