import Essentials

/// Hours and the clocks of a zone together say whether it is open now.
extension OpeningHours {
    public func isOpen(at instant: Instant, in zone: IANATimeZone) -> Bool {
        let today = zone.day(at: instant)
        // What began yesterday may reach past midnight.
        return [today - 1, today].contains { day in
            moments(on: day, in: zone).contains { $0.opens <= instant && instant < $0.closes }
        }
    }

    /// When it next opens, or closes if it is open; `nil` when that is more than a year away or never.
    ///
    /// Spans that touch are one: a shop that is open around the clock closes only before an exception.
    public func nextChange(after instant: Instant, in zone: IANATimeZone) -> Instant? {
        let today = zone.day(at: instant)
        var closes: Instant?
        for day in daysToLookAt(from: today - 1) {
            for moment in moments(on: day, in: zone) {
                if let closing = closes {
                    guard moment.opens <= closing else { return closing }
                    closes = max(closing, moment.closes)
                } else if moment.opens > instant {
                    return moment.opens
                } else if moment.closes > instant {
                    closes = moment.closes
                }
            }
            // Nothing that begins on a later day can go on from here.
            if let closing = closes, closing < zone.instant(on: day + 1, minute: 0) { return closing }
        }
        return nil
    }

    /// From yesterday, two weeks show every change of the week, also when clocks skip one of them; behind the last
    /// exception they show it again.
    private func daysToLookAt(from first: Day) -> some Sequence<Day> {
        let last = exceptions.keys.max().map { max($0, first) } ?? first
        let count = min(last.number - first.number + 16, 370)
        return (0..<count).lazy.map { first + $0 }
    }

    /// The spans of a day as moments; one that clocks skip over altogether is none.
    private func moments(on day: Day, in zone: IANATimeZone) -> [(opens: Instant, closes: Instant)] {
        spans(on: day).map { (zone.instant(on: day, minute: $0.opens), zone.instant(on: day, minute: $0.closes)) }
            .filter { $0.0 < $0.1 }
    }
}
