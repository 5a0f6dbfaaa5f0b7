import Essentials
import Foundation
import Web

/// An instant as a page shows it: on the shop's own clock, wherever it is read.
struct Moment: Shown {
    let instant: Instant
    let clock: ShopClock

    init(_ instant: Instant, _ clock: ShopClock) {
        self.instant = instant
        self.clock = clock
    }

    init?(_ instant: Instant?, _ clock: ShopClock) {
        guard let instant else { return nil }
        self.init(instant, clock)
    }

    static let answers: Answers = [
        "machine": \.instant.rfc3339, "text": { $0.clock.text($0.instant) }, "zone": \.clock.zone.name,
    ]
}
