import Database

/// The text form, which is also how hours are stored: the part of OpenStreetMap's `opening_hours` that says days and
/// times one by one. Times past 24:00 are on the day after.
///
///     Mo 10:00-13:00,14:00-20:00; Fr 18:00-26:00; 2026-12-24 10:00-14:00; 2026-12-25 off
extension OpeningHours: LosslessStringConvertible {
    /// `nil` for anything that it would not write itself, spaces apart.
    public init?(_ text: String) {
        var weekly: [Weekday: [Span]] = [:]
        var exceptions: [Day: [Span]] = [:]
        for rule in text.split(separator: ";") {
            let words = rule.split(separator: " ")
            guard words.count == 2 else { return nil }
            let spans = words[1] == "off" ? [] : words[1].split(separator: ",").map { Span(String($0)) }
            let read = spans.compactMap { $0 }
            guard read.count == spans.count else { return nil }
            if let weekday = Weekday(abbreviation: words[0]) {
                guard weekly.updateValue(read, forKey: weekday) == nil else { return nil }
            } else if let day = Day(String(words[0])) {
                guard exceptions.updateValue(read, forKey: day) == nil else { return nil }
            } else {
                return nil
            }
        }
        guard let hours = try? OpeningHours(weekly: weekly, exceptions: exceptions) else { return nil }
        self = hours
    }

    public var description: String {
        let week = weekly.sorted { $0.key < $1.key }.map { "\($0.key.abbreviation) \(Self.list($0.value))" }
        let days = exceptions.sorted { $0.key < $1.key }.map { "\($0.key) \(Self.list($0.value))" }
        return (week + days).joined(separator: "; ")
    }

    private static func list(_ spans: [Span]) -> String {
        spans.isEmpty ? "off" : spans.map(\.description).joined(separator: ",")
    }
}

extension OpeningHours.Span: LosslessStringConvertible {
    public init?(_ text: String) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.minutes)
        guard ends.count == 2, let opens = ends[0], let closes = ends[1] else { return nil }
        self.init(opens: opens, closes: closes)
    }

    public var description: String { Self.text(opens) + "-" + Self.text(closes) }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...48).contains(hour), (0...59).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    private static func text(_ minutes: Int) -> String {
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}

extension Weekday {
    private static let abbreviations = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]

    var abbreviation: String { Self.abbreviations[rawValue - 1] }

    init?(abbreviation: some StringProtocol) {
        guard let index = Self.abbreviations.firstIndex(where: { $0 == abbreviation }) else { return nil }
        self = Self.allCases[index]
    }
}

extension OpeningHours: Storable {
    public var stored: Value { .text(description) }
    public static func restored(from cells: any Cells, at column: Int) -> OpeningHours? {
        cells.text(column).flatMap(OpeningHours.init)
    }
}
