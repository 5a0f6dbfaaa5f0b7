import Essentials
import Foundation
import Places
import Web

/// When something that lies in a shop can be had there, by the hours and the clocks of that shop.
///
/// It is bought there: nothing can be ordered for collection, so nothing has to be picked first. A shop that closes within
/// `StoreVisit.least` promises its next opening, since somebody has to come there and find it.
struct StoreVisit: Shown, Equatable {
    enum When: Equatable {
        /// It is open; the time is when it closes, and missing where it is open around the clock.
        case now(until: String?)
        case today(from: String)
        case tomorrow(weekday: String, from: String)
        case later(date: String, from: String)
    }

    let shop: String
    let when: When
    /// When this is to be said otherwise.
    let end: Instant

    /// Minutes that somebody needs to come to a shop and find what they came for.
    static let least = 30
    /// Shops that are looked at: whoever has many finds one among them that is open.
    private static let asked = 8

    static let answers: Answers = [
        "shop": \.shop,
        "until": { if case .now(let time) = $0.when { time } else { nil } },
        "isAlways": { $0.when == .now(until: nil) },
        "today": { if case .today(let time) = $0.when { time } else { nil } },
        "isTomorrow": { if case .tomorrow = $0.when { true } else { false } },
        "isLater": { if case .later = $0.when { true } else { false } },
        "weekday": { if case .tomorrow(let weekday, _) = $0.when { weekday } else { nil } },
        "date": { if case .later(let date, _) = $0.when { date } else { nil } },
        "from": \.from,
    ]

    private var from: String? {
        switch when {
        case .now: nil
        case .today(let time), .tomorrow(_, let time), .later(_, let time): time
        }
    }

    init(shop: String, when: When, end: Instant) {
        self.shop = shop
        self.when = when
        self.end = end
    }

    /// Of these locations the shop where somebody is served first, and of those the one that stays open longest.
    /// - Returns: `nil` where none of them is a shop that opens within two weeks.
    init?(in places: some Sequence<Location.ID>, of shop: WebShop, at now: Instant) {
        var first: (store: Store, open: OpenStretch, wait: Int)?
        for store in places.lazy.compactMap({ shop.storesByID[$0] }).prefix(Self.asked) {
            let (today, minute) = (store.timeZone.day(at: now), store.timeZone.minuteOfDay(at: now))
            guard let open = store.hours.nextStretch(from: today, minute: minute, lasting: Self.least) else { continue }
            let wait = (open.day.number - today.number) * 1_440 + open.minute - minute
            if let first, (first.wait, -(first.open.closes ?? .max)) <= (wait, -(open.closes ?? .max)) { continue }
            first = (store, open, wait)
        }
        guard let first else { return nil }
        self.init(first.open, in: first.store, said: shop.language, at: now)
    }

    private init(_ open: OpenStretch, in store: Store, said language: String, at now: Instant) {
        let zone = store.timeZone
        let today = zone.day(at: now)
        let from = Self.time(open.minute, in: language)
        var end = zone.instant(on: today + 1, minute: 0)
        let when: When
        if open.isNow {
            when = .now(until: open.closes.map { Self.time($0, in: language) })
            if let closes = open.closes { end = min(end, zone.instant(on: today, minute: closes - Self.least + 1)) }
        } else if open.day == today {
            when = .today(from: from)
            end = zone.instant(on: today, minute: open.minute)
        } else if open.day == today + 1 {
            when = .tomorrow(weekday: open.day.said(in: language) { $0.weekday(.wide) }, from: from)
        } else {
            when = .later(date: open.day.said(in: language) { $0.weekday(.wide).month(.wide).day() }, from: from)
        }
        self.init(shop: store.name, when: when, end: end)
    }

    private static func time(_ minute: Int, in language: String) -> String {
        var style = Date.FormatStyle(locale: Locale(identifier: language)).hour().minute()
        style.timeZone = .gmt
        return Instant(microseconds: Int64(minute) * 60_000_000).date.formatted(style)
    }
}

extension Day {
    /// As people of a language write it.
    func said(in language: String, _ parts: (Date.FormatStyle) -> Date.FormatStyle) -> String {
        var style = parts(Date.FormatStyle(locale: Locale(identifier: language)))
        style.timeZone = .gmt
        return Instant(microseconds: Int64(number) * 86_400_000_000).date.formatted(style)
    }
}
