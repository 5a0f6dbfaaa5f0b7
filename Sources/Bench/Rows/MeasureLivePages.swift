/// Five thousand pages open on one product, and how long one sale takes to reach each of them.
func measureLivePages(on stage: Stage) throws -> Figure {
    let count = 5_000
    let variant = stage.shop.products[stage.shop.products.count / 2].variant
    let opening = Tally(warmUp: .zero, window: .seconds(60))
    let deliveries = Deliveries(pages: [variant: count])
    let crowd = stage.crowd()
    let before = stage.server.figures?.residentBytes
    let pages = (0..<count).map { _ in LivePage(stage.script, on: variant, deliveries: deliveries, tally: opening) }
    try openPages(pages, in: crowd)
    let after = stage.server.figures?.residentBytes

    let tally = Tally(warmUp: .zero, window: .seconds(max(8, stage.settings.seconds)))
    for clerk in try stage.clerks(1, salesPerSecond: 2, tally: tally, watch: deliveries, choose: { variant }) {
        try crowd.admit(clerk)
    }
    let lastCall = tally.window.upperBound + .seconds(2)
    let use = try stage.run(crowd, through: tally) { crowd.count == count && (deliveries.areAllIn || $0 >= lastCall) }
    deliveries.close()

    let isOpen = pages.count(where: \.isOpen)
    var figure = Figure(.livePages, of: tally, clients: count, use: use)
    figure.latency = Latency(deliveries.delays)
    figure.measured = "\(Double(isOpen).grouped) open, p99 \((figure.latency?.p99 ?? 0).shown) ms"
    figure.isReached = isOpen == count && deliveries.missed == 0
    figure.notes.append("\(deliveries.sales) sales, \(deliveries.missed) of \(deliveries.sales * count) numbers not seen")
    if let before, let after { figure.notes.append("\((Double(after - before) / 1_024 / Double(count)).shown) KB a page") }
    figure.notes += opening.failures.map { "\($0.value) × \($0.key)" }
    return figure
}
