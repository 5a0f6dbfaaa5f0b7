import Essentials

/// The wrong guesses at one account, and how long the next one has to wait.
///
/// A few are free, as people mistype; then the wait doubles from one second to a quarter of an hour. A day without
/// a guess forgets them. It slows a guesser down to a hundred a day and never shuts the owner out for good.
public struct FailedAttempts: Sendable, Equatable {
    public let count: Int
    public let last: Instant

    public init(count: Int, last: Instant) {
        self.count = count
        self.last = last
    }

    public static let free = 5
    public static let longestWait = Duration.minutes(15)
    public static let forgottenAfter = Duration.days(1)

    /// How long after the last attempt the next is taken.
    public var delay: Duration {
        guard count >= Self.free else { return .zero }
        let doublings = min(count - Self.free, 20)
        return min(.seconds(1 << doublings), Self.longestWait)
    }

    /// What is left to wait; zero when an attempt is taken now.
    public func wait(at now: Instant) -> Duration {
        max(.zero, last + delay - now)
    }

    /// With one more attempt, made now.
    public func adding(at now: Instant) -> FailedAttempts {
        FailedAttempts(count: now - last >= Self.forgottenAfter ? 1 : count + 1, last: now)
    }
}
