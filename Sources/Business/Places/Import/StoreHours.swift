import Essentials

/// Reads opening hours as retailers write them in files: `Mon: 10-9:30; Thurs: 10-1, 2-6; Sat: closed; Sun: 11-7`.
///
/// A day that is not named is closed. Hours with `am` or `pm`, or past 12, say what they mean. The others are on a
/// clock of twelve hours without its halves, and are read as a shop's day runs:
///
/// - It opens between six in the morning and a quarter to six in the evening: 6 to 11 are in the morning, 12 is noon,
///   1 to 5 are in the afternoon (`Sun: 1-5:30` is 13:00–17:30).
/// - It closes after noon: `10-9` is 10:00–21:00, `9-10` is 9:00–22:00 (nobody opens for an hour), `8-12` ends at noon.
///   When that is not after it opens, it is in the night that follows: `6pm-2` is 18:00–26:00.
/// - 0 is midnight, and so is 11:59 when it closes, since this clock has no other way to write
///   it: `0-11:59` is open around the clock, `12-11:59` from noon to midnight.
enum StoreHours {
    /// - Throws: `PlacesRefusal.hoursUnreadable` with the part that cannot be read; `.hoursOverlap`.
    static func read(_ text: String) throws(PlacesRefusal) -> OpeningHours {
        if let hours = OpeningHours(text) { return hours }
        var weekly: [Weekday: [OpeningHours.Span]] = [:]
        for rule in text.split(whereSeparator: { $0 == ";" || $0.isNewline }) where !rule.allSatisfy(\.isWhitespace) {
            let parts = rule.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let weekday = weekday(parts[0]), weekly[weekday] == nil else {
                throw PlacesRefusal.hoursUnreadable(String(rule).trimmed)
            }
            weekly[weekday] = try spans(String(parts[1]).trimmed)
        }
        return try OpeningHours(weekly: weekly)
    }

    private static func spans(_ text: String) throws(PlacesRefusal) -> [OpeningHours.Span] {
        if ["closed", "off"].contains(text.lowercased()) { return [] }
        return try text.split(whereSeparator: { $0 == "," || $0 == "&" }).map { part throws(PlacesRefusal) in
            let ends = part.split(whereSeparator: { $0 == "-" || $0 == "–" }).compactMap { ClockTime(String($0)) }
            guard ends.count == 2, let span = span(from: ends[0], to: ends[1]) else {
                throw PlacesRefusal.hoursUnreadable(text)
            }
            return span
        }
    }

    private static func span(from opening: ClockTime, to closing: ClockTime) -> OpeningHours.Span? {
        let opens = opening.half == nil && (1...5).contains(opening.hour) ? opening.minutes + 720 : opening.minutes
        let isMidnight = closing.minutes == 0 || (closing.half != .morning && closing.minutes % 720 == 719)
        if isMidnight { return OpeningHours.Span(opens: opens, closes: 1_440) }
        var closes = closing.minutes
        if closing.half == nil, closes < 720 { closes += 720 }
        if closes <= opens { closes += closing.half == nil && closes + 720 > opens ? 720 : 1_440 }
        return OpeningHours.Span(opens: opens, closes: closes)
    }

    private static func weekday(_ text: some StringProtocol) -> Weekday? {
        let letters = String(text).trimmed.lowercased()
        guard letters.count >= 2 else { return nil }
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        return names.firstIndex { $0.hasPrefix(letters) }.map { Weekday.allCases[$0] }
    }
}

/// A time as somebody wrote it: `10`, `9:30`, `9:30 pm`, `21:30`.
struct ClockTime {
    enum Half { case morning, afternoon }

    /// As written, 0 to 24; with a half, on the clock of 24 hours.
    let hour: Int
    let minute: Int
    /// `nil` when nothing tells which half of the day is meant.
    let half: Half?

    var minutes: Int { hour * 60 + minute }

    init?(_ text: String) {
        var text = text.trimmed.lowercased().filter { $0 != "." && $0 != " " }
        var half: Half?
        if text.hasSuffix("am") { half = .morning } else if text.hasSuffix("pm") { half = .afternoon }
        let isMarked = half != nil
        if isMarked { text.removeLast(2) }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let hour = Int(parts[0]), let minute = parts.count == 2 ? Int(parts[1]) : 0,
            (0...59).contains(minute), (0...(isMarked ? 12 : 24)).contains(hour), hour < 24 || minute == 0,
            parts.count == 1 || parts[1].count == 2
        else { return nil }
        if !isMarked, hour > 12 { half = .afternoon }
        self.hour = isMarked ? hour % 12 + (half == .afternoon ? 12 : 0) : hour
        self.minute = minute
        self.half = half
    }
}
