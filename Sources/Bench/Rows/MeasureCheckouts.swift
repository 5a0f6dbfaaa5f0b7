import Essentials

/// Whole checkouts of three products each, drawn evenly from the whole catalogue, so that no cache knows them.
func measureCheckouts(_ row: BenchRow, on stage: Stage) throws -> Figure {
    let tally = Tally(warmUp: stage.settings.warmUp, window: stage.settings.window)
    let crowd = Crowd(port: stage.server.port)
    var random = Randomness.seeded(2)
    for number in 1...stage.settings.clients {
        let buyer = Buyer(number, script: stage.script, tally: tally) {
            (0..<3).map { _ in stage.shop.products[Int.random(in: 0..<stage.shop.products.count, using: &random)].variant }
        }
        try crowd.admit(buyer)
    }
    let use = try stage.run(crowd, through: tally)

    var figure = Figure(row, of: tally, clients: stage.settings.clients, use: use)
    figure.notes.append("\(stage.shop.balances.formatted()) balances")
    return figure
}

extension Figure {
    /// Requests of one checkout.
    static let requestsPerCheckout = 5.0

    var reachesCheckouts: Bool { (rate ?? 0) >= 1_000 && (latency?.p99 ?? .infinity) < 80 }
}
