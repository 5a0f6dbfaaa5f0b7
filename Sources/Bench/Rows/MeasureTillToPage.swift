/// From the moment a sale leaves the till to the moment its new number has arrived at an open product page.
func measureTillToPage(on stage: Stage) throws -> Figure {
    let law = Zipf(over: stage.shop.products.count, seed: 7)
    let variants = law.mostPopular(32).map { stage.shop.products[$0].variant }
    let opening = Tally(warmUp: .zero, window: .seconds(30))
    let deliveries = Deliveries(pages: Dictionary(variants.map { ($0, 1) }, uniquingKeysWith: +))
    let crowd = stage.crowd()
    let pages = variants.map { LivePage(stage.script, on: $0, deliveries: deliveries, tally: opening) }
    try openPages(pages, in: crowd)

    let tally = Tally(warmUp: .zero, window: .seconds(max(14, stage.settings.seconds)))
    var turn = 0
    let clerks = try stage.clerks(4, salesPerSecond: 25, tally: tally, watch: deliveries) {
        turn += 1
        return variants[turn % variants.count]
    }
    for clerk in clerks { try crowd.admit(clerk) }
    let lastCall = tally.window.upperBound + .seconds(2)
    let use = try stage.run(crowd, through: tally) { crowd.count == pages.count && (deliveries.areAllIn || $0 >= lastCall) }
    deliveries.close()

    var figure = Figure(.tillToPage, of: tally, clients: clerks.count, use: use)
    figure.latency = Latency(deliveries.delays)
    figure.measured = "p99 \((figure.latency?.p99 ?? 0).shown) ms"
    figure.isReached = (figure.latency?.p99 ?? .infinity) < 100 && deliveries.missed == 0
    figure.notes.append("\(deliveries.sales) sales, \(deliveries.missed) not seen within 2 s; \(pages.count) pages open")
    figure.notes += opening.failures.map { "\($0.value) × \($0.key)" }
    return figure
}

/// Opens pages a hundred at a time and returns when all of them are.
func openPages(_ pages: [LivePage], in crowd: Crowd) throws {
    for start in stride(from: 0, to: pages.count, by: 100) {
        let batch = pages[start..<min(start + 100, pages.count)]
        for page in batch { try crowd.admit(page) }
        try crowd.run(atMost: .seconds(30)) { _ in batch.allSatisfy(\.isOpen) }
    }
    // Each page is told the present number first; that is no delivery of a sale.
    let settled = Tick.now + .milliseconds(500)
    try crowd.run(atMost: .seconds(30)) { $0 >= settled }
}
