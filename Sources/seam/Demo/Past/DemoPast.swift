import Essentials
import Places

/// What has happened in the demo shop by chance, beside what is told of it: the same for the same seed and the same day.
struct DemoPast {
    /// How many people an ordinary day brings.
    private static let visitors: [DemoPlace: Double] = [.helsinki: 5, .turku: 2.5, .stockholm: 3]
    private static let onTheWeb = 5.5
    private static let onTheMarketplace = 1.4
    private static let seed: UInt64 = 1_872

    private let calendar: DemoCalendar
    private let places: [DemoPlace: Location]
    private let baskets: DemoBaskets
    private let crowd: [DemoShopper]
    private var chance: DemoChance
    private var events: [DemoEvent] = []

    /// All that happened, told and by chance, in its order; nothing before the opening and nothing that is still to come.
    static func events(of assortment: DemoAssortment, at places: [DemoPlace: Location], by calendar: DemoCalendar) -> [DemoEvent] {
        var past = DemoPast(assortment, places, calendar)
        for day in calendar.days { past.live(through: day) }
        let lived = (past.events + DemoEvent.told(by: calendar)).filter { $0.at > calendar.opening && $0.at < calendar.end }
        return lived.sorted { $0.at < $1.at }
    }

    private init(_ assortment: DemoAssortment, _ places: [DemoPlace: Location], _ calendar: DemoCalendar) {
        var chance = DemoChance(.seeded(Self.seed))
        self.calendar = calendar
        self.places = places
        baskets = DemoBaskets(of: assortment, by: &chance)
        crowd = DemoCrowd.told + DemoCrowd.invented(70, by: &chance)
        self.chance = chance
    }

    private mutating func live(through day: Day) {
        if day.weekday < .saturday { happens(.delivery, on: day, minute: 7 * 60 + 10) }
        for shop in DemoPlace.shops {
            if [.monday, .thursday].contains(day.weekday) { happens(.refill(shop), on: day, minute: 8 * 60 + 20) }
            visit(shop, on: day)
        }
        let crowd = DemoHours.crowd(on: day.weekday, at: false)
        for _ in 0..<chance.count(mean: Self.onTheWeb * crowd) { order(on: day, from: .web) }
        for _ in 0..<chance.count(mean: Self.onTheMarketplace * crowd) { order(on: day, from: .marketplace) }
    }

    private mutating func happens(_ deed: DemoEvent.Deed, on day: Day, minute: Int) {
        events.append(DemoEvent(at: calendar.zone.instant(on: day, minute: minute), deed: deed))
    }

    private mutating func visit(_ shop: DemoPlace, on day: Day) {
        guard let location = places[shop], let usual = Self.visitors[shop] else { return }
        let spans = location.hours.spans(on: day)
        for _ in 0..<chance.count(mean: usual * DemoHours.crowd(on: day.weekday, at: true)) {
            guard let minute = DemoHours.minute(within: spans, chance: &chance) else { return }
            let at = location.timeZone.instant(on: day, minute: minute) + .seconds(Int64(chance.whole(0...59)))
            let tender: DemoTender = chance.happens(0.75) ? .card : .cash
            events.append(DemoEvent(at: at, deed: .visit(shop, baskets.basket(by: &chance), tender)))
        }
    }

    private mutating func order(on day: Day, from platform: DemoPlatform) {
        let minute = DemoHours.minute(by: DemoHours.sofa, chance: &chance)
        let at = calendar.zone.instant(on: day, minute: minute) + .seconds(Int64(chance.whole(0...59)))
        let shopper = chance.pick(crowd)
        let lines = platform == .web ? baskets.basket(by: &chance) : baskets.marketplaceBasket(by: &chance)
        let ending = platform == .web ? self.ending() : .paid
        events.append(DemoEvent(at: at, deed: .order(shopper, platform, lines, ending)))
        switch ending {
        case .leftAtCheckout, .declined: events.append(DemoEvent(at: at + .minutes(16), deed: .expiry))
        case .paid where chance.happens(0.03): events.append(DemoEvent(at: at + .minutes(50), deed: .cancellation(shopper)))
        default: break
        }
    }

    private mutating func ending() -> DemoEnding {
        let share = chance.share()
        return switch share {
        case ..<0.70: .paid
        case ..<0.74: .paidAtSecondTry
        case ..<0.76: .declined
        case ..<0.86: .leftAtCheckout
        default: .leftInCart
        }
    }
}
