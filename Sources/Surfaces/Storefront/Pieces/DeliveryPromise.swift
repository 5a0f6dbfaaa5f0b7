import Content
import Essentials
import Places
import Web

/// When a delivery is there, as the merchant promises it: in working days, Monday to Friday.
struct DeliveryPromise: Shown, Equatable {
    let from: Int
    let days: Int
    /// What the merchant says besides.
    let words: String
    /// The language of those words, when it is another than the page's.
    var wordsTongue: String?
    /// `Wed, Nov 25 – Fri, Nov 27`, where the moment is known from which on it is counted.
    var dates: String?
    /// When those dates are others.
    var end: Instant?

    static let answers: Answers = [
        "from": \.from, "days": \.days, "isRange": { $0.from < $0.days }, "words": { $0.words.isEmpty ? nil : $0.words },
        "wordsTongue": \.wordsTongue, "dates": \.dates,
    ]

    init(from: Int, days: Int, words: String = "") {
        self.from = from
        self.days = days
        self.words = words
    }

    /// - Parameter ordered: when the order was placed, or would be.
    /// - Returns: `nil` where nothing is promised.
    init?(in shop: WebShop, ordered: Instant? = nil) {
        guard let delivery = shop.guide.guide.delivery else { return nil }
        self.init(from: delivery.lowerBound, days: delivery.upperBound, words: shop.guide.deliveryWords.text)
        wordsTongue = shop.marked(shop.guide.deliveryWords.language)
        let zone = IANATimeZone(shop.timeZone.identifier) ?? .utc
        dates = ordered.map { Self.said(delivery, from: zone.day(at: $0), in: shop.language) }
        end = ordered.map { zone.instant(on: zone.day(at: $0) + 1, minute: 0) }
    }

    private static func said(_ days: ClosedRange<Int>, from today: Day, in language: String) -> String {
        let ends = [days.lowerBound, days.upperBound].map { count in
            workingDay(count, after: today).said(in: language) { $0.weekday(.abbreviated).month(.abbreviated).day() }
        }
        return ends[0] == ends[1] ? ends[0] : ends.joined(separator: " – ")
    }

    /// So many working days later; holidays differ from place to place, and no calendar is kept of them.
    static func workingDay(_ count: Int, after day: Day) -> Day {
        var (day, left) = (day, count)
        while left > 0 {
            day = day + 1
            if day.weekday != .saturday, day.weekday != .sunday { left -= 1 }
        }
        return day
    }
}
