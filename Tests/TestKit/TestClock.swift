import Essentials
import Synchronization

/// A clock that stands still until a test moves it. It begins on 2026-03-02 09:00 UTC.
public final class TestClock: Sendable {
    private let time: Mutex<Instant>

    public init(at start: Instant = Instant(microseconds: 1_772_442_000_000_000)) {
        time = Mutex(start)
    }

    public var clock: Clock { Clock { [self] in time.withLock { $0 } } }

    public func advance(by duration: Duration) {
        time.withLock { $0 = $0 + duration }
    }
}

extension World {
    /// A world with a held clock and chance that repeats for one seed.
    public static func held(by clock: TestClock, seed: UInt64 = 42) -> World {
        World(clock: clock.clock, random: .seeded(seed))
    }
}
