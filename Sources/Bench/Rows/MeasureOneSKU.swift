import Essentials

/// The same checkouts, with one wished-for product in every cart, until it is sold out to the last unit.
///
/// A buyer whose checkout is refused for want of units goes home; what is counted are orders, and the time to the last of them.
func measureOneSKU(on stage: Stage, others: Figure?) throws -> Figure {
    let tally = Tally(warmUp: .zero, window: .seconds(90))
    let crowd = stage.crowd()
    var random = Randomness.seeded(3)
    func anything() -> String { stage.shop.products[Int.random(in: 0..<stage.shop.products.count, using: &random)].variant }
    let buyers = (1...stage.settings.clients).map { number in
        Buyer(1_000 + number, script: stage.script, tally: tally, leavesWhenSoldOut: true) {
            [stage.shop.wish.variant, anything(), anything()]
        }
    }
    for buyer in buyers { try crowd.admit(buyer) }
    let use = try stage.run(crowd, through: tally)
    tally.closeAtLastJob()

    let sold = buyers.reduce(0) { $0 + $1.orders }
    let stock = stage.shop.wish.units
    var figure = Figure(.oneSKU, of: tally, clients: stage.settings.clients, use: use)
    figure.measured = "\(tally.rate.grouped)/s, sold \(Double(sold).grouped) of \(Double(stock).grouped)"
    if !buyers.allSatisfy(\.isSoldOut) { figure.notes.append("not every buyer was told that it is sold out") }
    if let rate = others?.rate {
        figure.notes.append("\((tally.rate / rate * 100).rounded().shown)% of the rate of the row above")
        figure.isReached = tally.rate >= rate / 2 && sold == stock && buyers.allSatisfy(\.isSoldOut)
    }
    return figure
}
