import Foundation

/// A moment in UTC, in microseconds since 1970. Leap seconds are not counted.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    public let microseconds: Int64

    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    public static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }
    public static func + (instant: Self, duration: Duration) -> Self {
        Instant(microseconds: instant.microseconds + duration.microseconds)
    }
    public static func - (instant: Self, duration: Duration) -> Self {
        Instant(microseconds: instant.microseconds - duration.microseconds)
    }
    public static func - (later: Self, earlier: Self) -> Duration {
        .microseconds(later.microseconds - earlier.microseconds)
    }

    public var date: Date { Date(timeIntervalSince1970: Double(microseconds) / 1_000_000) }
    public init(_ date: Date) {
        self.init(microseconds: Int64((date.timeIntervalSince1970 * 1_000_000).rounded()))
    }

    /// RFC 3339 with milliseconds: `2026-11-22T04:38:00.000Z`.
    public var rfc3339: String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}

extension Duration {
    /// Whole microseconds; the rest is cut off.
    public var microseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }

    public static func minutes(_ count: Int64) -> Duration { .seconds(count * 60) }
    public static func hours(_ count: Int64) -> Duration { .seconds(count * 3_600) }
    public static func days(_ count: Int64) -> Duration { .seconds(count * 86_400) }
}
