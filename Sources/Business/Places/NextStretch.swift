import Essentials

/// Time in which somebody finds a location open, as its own clocks say it.
public struct OpenStretch: Hashable, Sendable {
    /// The day on which it begins.
    public let day: Day
    /// Minutes since that day's midnight; now, where it is open already.
    public let minute: Int
    /// When it closes, in minutes since that same midnight; `nil` where it is open for a day and longer.
    public let closes: Int?
    /// Whether it is open already.
    public let isNow: Bool
}

extension OpeningHours {
    /// Days that are looked at: who is closed for longer promises nothing.
    private static let ahead = 14

    /// The first stretch of open time, from a minute of a day on, that lasts so long; spans that touch are one.
    ///
    /// Reckoned on what the clocks show, with no zone in it, so that it costs little: in the nights in which clocks change
    /// a stretch may be an hour longer or shorter than it says.
    /// - Parameter least: minutes that somebody needs there: of a shop that closes earlier the next opening counts.
    public func nextStretch(from day: Day, minute: Int, lasting least: Int = 0) -> OpenStretch? {
        let now = day.number * 1_440 + minute
        var stretch: (opens: Int, closes: Int)?
        // What began yesterday may reach past midnight.
        for today in (day.number - 1)...(day.number + Self.ahead) {
            for span in spans(on: Day(number: today)) {
                let (opens, closes) = (today * 1_440 + span.opens, today * 1_440 + span.closes)
                if let known = stretch, opens <= known.closes {
                    stretch = (known.opens, max(known.closes, closes))
                } else {
                    if let next = stretch.flatMap({ Self.rest($0, at: now, lasting: least) }) { return next }
                    stretch = (opens, closes)
                }
            }
            // Longer than a day need not be known, and what ends before the next day's midnight goes on no more.
            guard let known = stretch, known.closes > now + 1_440 || known.closes < (today + 1) * 1_440 else { continue }
            if let next = Self.rest(known, at: now, lasting: least) { return next }
        }
        return stretch.flatMap { Self.rest($0, at: now, lasting: least) }
    }

    private static func rest(_ stretch: (opens: Int, closes: Int), at now: Int, lasting least: Int) -> OpenStretch? {
        let begins = max(stretch.opens, now)
        guard stretch.closes - begins >= max(least, 1) else { return nil }
        let day = Day(number: Int((Double(begins) / 1_440).rounded(.down)))
        let midnight = day.number * 1_440
        return OpenStretch(
            day: day, minute: begins - midnight, closes: stretch.closes - begins > 1_440 ? nil : stretch.closes - midnight,
            isNow: stretch.opens <= now)
    }
}
