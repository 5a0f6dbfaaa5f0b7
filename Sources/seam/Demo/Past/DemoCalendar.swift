import Essentials
import Places

/// When things happened in the demo shop, counted back from the moment at which it is filled.
struct DemoCalendar: Sendable {
    /// A time on the clocks of Helsinki some days ago, or so many minutes before the end.
    enum Moment: Sendable {
        case daysAgo(Int, hour: Int, minute: Int)
        case minutesAgo(Int64)
    }

    private static let helsinki = "Europe/Helsinki"

    let end: Instant
    let zone: IANATimeZone
    private let length: Int

    /// - Parameter days: how long ago the shop opened; what is told of it needs two weeks.
    init(endingAt end: Instant, days: Int) throws {
        guard let zone = IANATimeZone(Self.helsinki) else { throw PlacesRefusal.timeZone(Self.helsinki) }
        self.end = end
        self.zone = zone
        length = days
    }

    /// The first day, before the doors open.
    var opening: Instant { instant(of: .daysAgo(length, hour: 6, minute: 30)) }

    /// From the first to today.
    var days: [Day] { (0...length).map { zone.day(at: end) - (length - $0) } }

    func instant(of moment: Moment) -> Instant {
        switch moment {
        case .daysAgo(let days, let hour, let minute): zone.instant(on: zone.day(at: end) - days, minute: hour * 60 + minute)
        case .minutesAgo(let minutes): end - .minutes(minutes)
        }
    }
}
