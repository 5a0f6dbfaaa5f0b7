import Essentials

/// Who comes next, and what for: the people and the baskets of the demo, by chance.
struct DemoStreet: Sendable {
    enum Visit: Sendable {
        case counter(DemoPlace, [DemoLine], DemoTender)
        case web(DemoShopper, DemoPlatform, [DemoLine], DemoEnding)
    }

    private let baskets: DemoBaskets
    private let crowd: [DemoShopper]
    private var chance: DemoChance

    init(of assortment: DemoAssortment, by randomness: Randomness) {
        var chance = DemoChance(randomness)
        baskets = DemoBaskets(of: assortment, by: &chance)
        crowd = DemoCrowd.told + DemoCrowd.invented(40, by: &chance)
        self.chance = chance
    }

    mutating func next() -> Visit {
        switch chance.share() {
        case ..<0.5: .counter(chance.pick(DemoPlace.shops), baskets.basket(by: &chance), chance.happens(0.75) ? .card : .cash)
        case ..<0.92:
            .web(
                chance.pick(crowd), .web, baskets.basket(by: &chance),
                chance.pick([.paid, .paid, .paid, .paid, .paidAtSecondTry, .leftAtCheckout, .leftInCart]))
        default: .web(chance.pick(crowd), .marketplace, baskets.marketplaceBasket(by: &chance), .paid)
        }
    }

    /// How long until then.
    mutating func pause(perMinute rate: Double) -> Duration { chance.pause(mean: .seconds(60) / rate) }

    /// How long somebody looks at a page.
    mutating func look() -> Duration { .milliseconds(Int64(chance.whole(900...4_500))) }
}
