import Channels
import Database
import Essentials
import Foundation
import Orders
import Places
import Settings
import Web

/// What was sold, by day and by hour of the shop's own clock, and on which channels.
struct SalesReport {
    /// So many days, today the last one.
    static let days = 28
    /// So many channels have a hue of their own; the rest are one.
    static let hues = 5

    /// What one stretch of time sold.
    struct Stretch {
        var orders = 0
        var byChannel: [Channel.ID: Int64] = [:]
        var total: Int64 { byChannel.values.reduce(0, +) }

        mutating func add(_ quarter: SalesQuarter) {
            orders += quarter.orders
            byChannel[quarter.channel, default: 0] += quarter.total.minorUnits
        }
    }

    let zone: IANATimeZone
    let today: Day
    /// The one in which most is sold.
    let currency: Currency
    /// Those that sold anything, the most first.
    let channels: [Channel.ID]
    let byDay: [Day: Stretch]
    /// Today's hours from midnight on, and those of the same weekday a week before.
    let hours: [Stretch]
    let hoursBefore: [Stretch]
    /// A week ago, up to this time of the day.
    let soFarBefore: Stretch
    /// What was sold for other money is not in the pictures.
    let hasOtherCurrencies: Bool

    /// In two statements, or three where no zone was chosen.
    init(_ channels: [Channel], at now: Instant, in snapshot: some Reading) throws {
        let zone = try Self.zone(channels, in: snapshot)
        let today = zone.day(at: now)
        let quarters = try SalesQuarter.since(zone.instant(on: today - (Self.days - 1), minute: 0), in: snapshot)
        let byCurrency = Dictionary(grouping: quarters, by: \.total.currency).mapValues { $0.reduce(0) { $0 + $1.orders } }
        let currency =
            byCurrency.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }?.key ?? channels.first?.currency ?? .euro
        var byDay: [Day: Stretch] = [:]
        var hours: [Day: [Stretch]] = [:]
        var sums: [Channel.ID: Int64] = [:]
        var soFarBefore = Stretch()
        let weekAgo = now - .days(7)
        for quarter in quarters where quarter.total.currency == currency {
            let day = zone.day(at: quarter.begins)
            byDay[day, default: Stretch()].add(quarter)
            sums[quarter.channel, default: 0] += quarter.total.minorUnits
            guard day == today || day == today - 7 else { continue }
            hours[day, default: Array(repeating: Stretch(), count: 24)][min(23, zone.minuteOfDay(at: quarter.begins) / 60)].add(quarter)
            if day == today - 7, quarter.begins <= weekAgo { soFarBefore.add(quarter) }
        }
        self.zone = zone
        self.today = today
        self.currency = currency
        self.byDay = byDay
        self.channels = sums.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
        self.hours = hours[today] ?? Array(repeating: Stretch(), count: 24)
        hoursBefore = hours[today - 7] ?? Array(repeating: Stretch(), count: 24)
        self.soFarBefore = soFarBefore
        hasOtherCurrencies = byCurrency.count > 1
    }

    /// The zone that the owner chose, else that of the first location of the first web shop, else of the first channel.
    private static func zone(_ channels: [Channel], in snapshot: some Reading) throws -> IANATimeZone {
        if let chosen = try ShopSettings.find(in: snapshot).timeZone { return chosen }
        let first = channels.first { $0.kind == .web && !$0.locations.isEmpty } ?? channels.first { !$0.locations.isEmpty }
        let place = try first?.locations.first.flatMap { try Location.find($0, in: snapshot) }
        return place?.timeZone ?? .utc
    }

    /// The amounts of a stretch by hue: the first channels have one each, the others share the last.
    func parts(of stretch: Stretch) -> [(hue: Int, amount: Int64)] {
        var amounts = Array(repeating: Int64(0), count: Self.hues + 1)
        for (channel, amount) in stretch.byChannel {
            amounts[min(channels.firstIndex(of: channel) ?? Self.hues, Self.hues)] += amount
        }
        return amounts.enumerated().map { ($0.offset + 1, $0.element) }
    }
}
