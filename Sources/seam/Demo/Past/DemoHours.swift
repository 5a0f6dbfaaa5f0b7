import Places

/// When people shop: how much each weekday and each hour brings, beside the others.
enum DemoHours {
    /// Over the counter, while it is open: lunch, and the way home.
    static let counter: [Double] = [
        0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 5, 8, 11, 9, 7, 8, 11, 12, 7, 4, 2, 1, 0, 0,
    ]
    /// From the sofa.
    static let sofa: [Double] = [
        2, 1, 0.5, 0.3, 0.3, 0.5, 1, 2, 3, 4, 5, 5, 6, 5, 4, 4, 4, 5, 6, 8, 11, 12, 9, 5,
    ]

    static func crowd(on day: Weekday, at counter: Bool) -> Double {
        switch day {
        case .monday: counter ? 0.7 : 1.1
        case .tuesday, .wednesday, .thursday: counter ? 0.9 : 0.95
        case .friday: counter ? 1.2 : 0.8
        case .saturday: counter ? 1.6 : 0.8
        case .sunday: counter ? 0.9 : 1.4
        }
    }

    /// A minute of the day, as likely as its hour.
    static func minute(by hours: [Double], chance: inout DemoChance) -> Int {
        chance.pick(Array(hours.indices)) { hours[$0] } * 60 + chance.whole(0...59)
    }

    /// A minute in which the shop is open, if there is one; the last five are for those who are already in.
    static func minute(within spans: [OpeningHours.Span], chance: inout DemoChance) -> Int? {
        let hours = counter.indices.filter { hour in spans.contains { $0.opens < hour * 60 + 60 && hour * 60 < $0.closes - 5 } }
        guard !hours.isEmpty else { return nil }
        let hour = chance.pick(hours) { counter[$0] + 0.5 }
        let open = (hour * 60..<hour * 60 + 60).filter { minute in spans.contains { $0.opens <= minute && minute < $0.closes - 5 } }
        return open.isEmpty ? nil : chance.pick(open)
    }
}
