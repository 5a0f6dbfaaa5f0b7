import Essentials

/// Product pages, drawn by Zipf's law, while 50 sales a second of products drawn by the same law make them stale.
func measureProductPage(on stage: Stage) throws -> Figure {
    let pages = stage.shop.products.map { stage.script.page(of: $0.handle) }
    let law = Zipf(over: pages.count, seed: 4)
    var figure = try measurePages(.productPage, pages, by: law, sold: law, on: stage)
    figure.isReached = (figure.rate ?? 0) >= 8_000 && (figure.latency?.p99 ?? .infinity) < 20
    return figure
}

/// Collection pages of 24, popular collections and first pages first, with the same sales beside.
func measureCollectionPage(on stage: Stage) throws -> Figure {
    let perPage = 24
    let pages = (1...10).flatMap { number in
        stage.shop.collections.filter { $0.count > (number - 1) * perPage }.map { stage.script.page(number, of: $0.handle) }
    }
    let law = Zipf(over: pages.count, dealt: false, seed: 5)
    var figure = try measurePages(
        .collectionPage, pages, by: law, sold: Zipf(over: stage.shop.products.count, seed: 4), on: stage)
    figure.isReached = (figure.rate ?? 0) >= 5_000
    figure.notes.append("\(pages.count) pages of \(stage.shop.collections.count) collections")
    return figure
}

private func measurePages(_ row: BenchRow, _ pages: [Request], by law: Zipf, sold: Zipf, on stage: Stage) throws -> Figure {
    let tally = Tally(warmUp: stage.settings.warmUp, window: stage.settings.window)
    let sales = Tally(warmUp: stage.settings.warmUp, window: stage.settings.window)
    let crowd = stage.crowd()
    var random = Randomness.seeded(6)
    let clerks = try stage.clerks(4, salesPerSecond: 50, tally: sales) { stage.shop.products[sold.draw(using: &random)].variant }
    for clerk in clerks { try crowd.admit(clerk) }
    for number in 0..<stage.settings.clients {
        try crowd.admit(Reader(of: pages, by: law, tally: tally, seed: UInt64(100 + number)))
    }
    let use = try stage.run(crowd, through: tally)

    var figure = Figure(row, of: tally, clients: stage.settings.clients, use: use)
    figure.notes.append("\(sales.rate.shown) sales a second beside")
    figure.notes += sales.failures.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
    return figure
}
