/// When a location is open to people, in the time that its own clocks show: a week that repeats, and days on which
/// it is otherwise.
///
/// A span belongs to the day that it begins on and may reach past midnight; an exception replaces what begins on its
/// day. Without any hours a location is never open to shoppers, as a warehouse is not.
public struct OpeningHours: Hashable, Sendable {
    /// Part of a day, in minutes since its midnight.
    public struct Span: Hashable, Sendable, Comparable {
        /// 0 to 1,439.
        public let opens: Int
        /// More than `opens`, by a day at most: 1,560 is two in the morning of the day after.
        public let closes: Int

        /// `nil` when it is not within a day of its beginning.
        public init?(opens: Int, closes: Int) {
            guard (0..<1_440).contains(opens), closes > opens, closes - opens <= 1_440 else { return nil }
            self.opens = opens
            self.closes = closes
        }

        private init(wholeDay: Void) {
            opens = 0
            closes = 1_440
        }

        public static let wholeDay = Span(wholeDay: ())

        public static func < (a: Span, b: Span) -> Bool { (a.opens, a.closes) < (b.opens, b.closes) }
    }

    /// The spans that begin on each weekday, earliest first; a weekday that is not here is closed.
    public let weekly: [Weekday: [Span]]
    /// The spans that begin on one day instead of its weekday's; none when it is closed all day.
    public let exceptions: [Day: [Span]]

    /// - Throws: `PlacesRefusal.hoursOverlap` when two spans of one day do.
    public init(weekly: [Weekday: [Span]], exceptions: [Day: [Span]] = [:]) throws(PlacesRefusal) {
        self.weekly = weekly.mapValues { $0.sorted() }.filter { !$0.value.isEmpty }
        self.exceptions = exceptions.mapValues { $0.sorted() }
        for spans in self.weekly.values { try Self.check(spans) }
        for spans in self.exceptions.values { try Self.check(spans) }
    }

    private init(everyDay spans: [Span]) {
        weekly = spans.isEmpty ? [:] : Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, spans) })
        exceptions = [:]
    }

    public static let none = OpeningHours(everyDay: [])
    public static let always = OpeningHours(everyDay: [.wholeDay])

    public var isEmpty: Bool { weekly.isEmpty && exceptions.values.allSatisfy(\.isEmpty) }

    /// What begins on that day, earliest first.
    public func spans(on day: Day) -> [Span] {
        exceptions[day] ?? weekly[day.weekday] ?? []
    }

    /// The same week with other exceptions.
    /// - Throws: `PlacesRefusal.hoursOverlap`.
    public func with(exceptions: [Day: [Span]]) throws(PlacesRefusal) -> OpeningHours {
        try OpeningHours(weekly: weekly, exceptions: exceptions)
    }

    private static func check(_ spans: [Span]) throws(PlacesRefusal) {
        for (span, next) in zip(spans, spans.dropFirst()) where next.opens < span.closes {
            throw .hoursOverlap("\(span) and \(next)")
        }
    }
}
