import Channels
import Database
import Essentials
import Foundation
import Orders
import Places
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

        mutating func add(_ orders: Int, for total: Money, on channel: Channel.ID) {
            self.orders += orders
            byChannel[channel, default: 0] += total.minorUnits
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

    /// From the sums that are kept, in two statements.
    init(by zone: IANATimeZone, at now: Instant, in snapshot: some Reading) throws {
        let today = zone.day(at: now)
        let dates = (0...Self.days).map { today - (Self.days - 1 - $0) }
        let midnights = dates.map { zone.instant(on: $0, minute: 0) }
        let sums = try ChannelSales.between(midnights, in: snapshot)
        let byCurrency = Dictionary(grouping: sums.joined(), by: \.total.currency).mapValues { $0.reduce(0) { $0 + $1.orders } }
        let currency = byCurrency.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }?.key ?? .euro
        var byDay: [Day: Stretch] = [:]
        var byChannel: [Channel.ID: Int64] = [:]
        for (day, sales) in zip(dates, sums) {
            for sale in sales where sale.total.currency == currency {
                byDay[day, default: Stretch()].add(sale.orders, for: sale.total, on: sale.channel)
                byChannel[sale.channel, default: 0] += sale.total.minorUnits
            }
        }
        let stretches = [today, today - 7].map { zone.instant(on: $0, minute: 0)..<zone.instant(on: $0 + 1, minute: 0) }
        let quarters = try SalesQuarter.within(stretches, in: snapshot).filter { $0.total.currency == currency }
        let (sold, before) = (quarters.filter { stretches[0].contains($0.begins) }, quarters.filter { stretches[1].contains($0.begins) })
        let weekAgo = now - .days(7)
        self.zone = zone
        self.today = today
        self.currency = currency
        self.byDay = byDay
        channels = byChannel.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
        hours = Self.hours(sold, in: zone)
        hoursBefore = Self.hours(before, in: zone)
        soFarBefore = Self.sum(before.filter { $0.begins <= weekAgo })
        hasOtherCurrencies = byCurrency.count > 1
    }

    private static func sum(_ quarters: [SalesQuarter]) -> Stretch {
        quarters.reduce(into: Stretch()) { $0.add($1.orders, for: $1.total, on: $1.channel) }
    }

    private static func hours(_ quarters: [SalesQuarter], in zone: IANATimeZone) -> [Stretch] {
        let byHour = Dictionary(grouping: quarters) { min(23, zone.minuteOfDay(at: $0.begins) / 60) }
        return (0..<24).map { sum(byHour[$0] ?? []) }
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
