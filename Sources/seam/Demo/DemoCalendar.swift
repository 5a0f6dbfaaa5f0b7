import Essentials
import Places

/// When things happened in the demo shop, counted back from the moment at which it is filled.
struct DemoCalendar: Sendable {
    /// A time on the clocks of Helsinki some days ago, or so many minutes before the end.
    enum Moment: Sendable {
        case daysAgo(Int, hour: Int, minute: Int)
        case minutesAgo(Int64)
    }

    private static let zone = "Europe/Helsinki"

    private let end: Instant
    private let zone: IANATimeZone

    init(endingAt end: Instant) throws {
        guard let zone = IANATimeZone(Self.zone) else { throw PlacesRefusal.timeZone(Self.zone) }
        self.end = end
        self.zone = zone
    }

    /// Two weeks ago, before the doors open.
    var opening: Instant { instant(of: .daysAgo(14, hour: 8, minute: 30)) }

    func instant(of moment: Moment) -> Instant {
        switch moment {
        case .daysAgo(let days, let hour, let minute): zone.instant(on: zone.day(at: end) - days, minute: hour * 60 + minute)
        case .minutesAgo(let minutes): end - .minutes(minutes)
        }
    }
}
