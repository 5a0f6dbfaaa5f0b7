import Database
import Essentials
import Foundation

/// A zone of the tz database, by its name: `America/Chicago`.
public struct IANATimeZone: Hashable, Sendable {
    public let name: String
    private let zone: TimeZone

    /// `nil` for a name that this machine's tz database does not know. Bare offsets and abbreviations (`GMT+5`, `EST`)
    /// are no places, and keep no summer time: they are refused too.
    public init?(_ name: String) {
        guard name == "UTC" || name.contains("/"), let zone = TimeZone(identifier: name) else { return nil }
        self.name = name
        self.zone = zone
    }

    /// The zone that every other is counted from.
    public static let utc = IANATimeZone(name: "UTC", zone: .gmt)

    private init(name: String, zone: TimeZone) {
        self.name = name
        self.zone = zone
    }

    public static func == (a: Self, b: Self) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// Seconds that clocks there are ahead of UTC.
    public func offset(at instant: Instant) -> Int {
        zone.secondsFromGMT(for: instant.date)
    }

    /// The day that it is there.
    public func day(at instant: Instant) -> Day {
        Day(number: Int((Double(localSeconds(at: instant)) / 86_400).rounded(.down)))
    }

    /// Minutes since the day's midnight, as the clocks there show them.
    public func minuteOfDay(at instant: Instant) -> Int {
        (localSeconds(at: instant) - day(at: instant).number * 86_400) / 60
    }

    /// When clocks there show that many minutes after the midnight with which `day` begins; 1,440 and more is the next day.
    ///
    /// In the nights in which clocks change this follows RFC 5545, 3.3.5: a time that comes twice means the first
    /// one, and a time that is skipped is counted with the offset before the change (02:30 becomes 03:30).
    public func instant(on day: Day, minute: Int) -> Instant {
        let asIfUTC = day.number * 86_400 + minute * 60
        let before = offset(at: Instant(seconds: asIfUTC - 86_400))
        let after = offset(at: Instant(seconds: asIfUTC + 86_400))
        let first = Instant(seconds: asIfUTC - before)
        if before == after || offset(at: first) == before { return first }
        let second = Instant(seconds: asIfUTC - after)
        return offset(at: second) == after ? second : first
    }

    private func localSeconds(at instant: Instant) -> Int {
        Int((Double(instant.microseconds) / 1_000_000).rounded(.down)) + offset(at: instant)
    }
}

extension IANATimeZone: Storable {
    public var stored: Value { .text(name) }
    public static func restored(from cells: any Cells, at column: Int) -> IANATimeZone? {
        cells.text(column).flatMap(IANATimeZone.init)
    }
}

extension IANATimeZone: CustomStringConvertible {
    public var description: String { name }
}

extension Instant {
    fileprivate init(seconds: Int) {
        self.init(microseconds: Int64(seconds) * 1_000_000)
    }
}
