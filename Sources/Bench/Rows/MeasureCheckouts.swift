import Essentials

/// Whole checkouts of three products each, drawn evenly from the whole catalogue, so that no cache knows them.
func measureCheckouts(_ row: BenchRow, on stage: Stage) throws -> Figure {
    let tally = Tally(warmUp: stage.settings.warmUp, window: stage.settings.window)
    let crowd = stage.crowd()
    var random = Randomness.seeded(2)
    for number in 1...stage.settings.clients {
        let buyer = Buyer(number, script: stage.script, tally: tally) {
            (0..<3).map { _ in stage.shop.products[Int.random(in: 0..<stage.shop.products.count, using: &random)].variant }
        }
        try crowd.admit(buyer)
    }
    let use = try stage.run(crowd, through: tally)

    var figure = Figure(row, of: tally, clients: stage.settings.clients, use: use)
    figure.isReached = stage.goals.checkoutsReached(figure)
    figure.notes.append("\(Double(stage.shop.balances).grouped) balances")
    return figure
}

/// The same checkouts with every product in every store, as a share of their rate with few balances.
func measureLargeCheckouts(on database: PreparedDatabase, against few: Double?, _ settings: BenchSettings) throws -> Figure {
    let stage = try Stage(on: database, settings)
    var figure = try measureCheckouts(.large, on: stage)
    try stage.stop()
    guard let few, few > 0, let rate = figure.rate else { return Figure(.large, failed: BenchFault.unexpected("no rate to compare with")) }
    figure.measured = "\((rate / few * 100).rounded().shown)% (\(rate.grouped)/s)"
    figure.isReached = rate / few >= 0.75
    return figure
}

extension Figure {
    static let requestsPerCheckout = 5.0
}
