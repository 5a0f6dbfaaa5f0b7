import Essentials
import Synchronization

/// How often something may be done, per key: so many at once, then evenly spaced.
///
/// A generic cell rate algorithm (ITU-T I.371), which keeps one instant per key. Memory is bounded: when `capacity` keys
/// are known, those whose allowance is full again are forgotten, which changes nothing for them; if none is, those
/// that are nearest to it are.
public final class RateLimiter: Sendable {
    private let spacing: Int64
    private let tolerance: Int64
    private let capacity: Int
    private let clock: Clock
    private let dueTimes = Mutex<[RateKey: Int64]>([:])

    /// - Parameters:
    ///   - burst: how many may come at once.
    ///   - every: how long until one more may come.
    ///   - capacity: how many keys are remembered.
    public init(burst: Int, every: Duration, capacity: Int = 20_000, clock: Clock) {
        precondition(burst > 0 && every > .zero && capacity > 0, "a limit lets something through")
        spacing = max(1, every.microseconds)
        tolerance = spacing * Int64(burst - 1)
        self.capacity = capacity
        self.clock = clock
    }

    /// Takes one from the key's allowance.
    ///
    /// - Throws: `RateRefusal` with the time until the next one, which is then not counted.
    public func take(_ key: RateKey) throws {
        let now = clock.now.microseconds
        let wait = dueTimes.withLock { dueTimes -> Int64? in
            let due = max(dueTimes[key] ?? now, now)
            guard due - now <= tolerance else { return due - now - tolerance }
            if dueTimes[key] == nil, dueTimes.count >= capacity { Self.forget(&dueTimes, now: now) }
            dueTimes[key] = due + spacing
            return nil
        }
        if let wait { throw RateRefusal(retryAfter: .microseconds(wait)) }
    }

    /// Forgets what was counted for a key: after a sign-in that succeeded.
    public func forget(_ key: RateKey) {
        dueTimes.withLock { _ = $0.removeValue(forKey: key) }
    }

    var count: Int { dueTimes.withLock { $0.count } }

    private static func forget(_ dueTimes: inout [RateKey: Int64], now: Int64) {
        let known = dueTimes.count
        dueTimes = dueTimes.filter { $0.value > now }
        guard dueTimes.count == known else { return }
        // Everybody is in debt: a tenth goes, those first who owe least, so that this is rarely done.
        let bound = dueTimes.values.sorted()[known / 10]
        dueTimes = dueTimes.filter { $0.value > bound }
    }
}

/// Whose allowance it is.
public struct RateKey: Hashable, Sendable {
    let what: String
    let who: UInt128

    public init(_ what: String, from client: IPAddress?) {
        self.what = what
        who = client?.neighbourhood ?? 0
    }

    /// A key of the caller's own: an account, a card.
    public init(_ what: String, of subject: UInt128) {
        self.what = what
        who = subject
    }
}

/// Too often, for now.
public struct RateRefusal: RefusalForNow {
    public let code = "http.too_often"
    public let sentence: Sentence = "That was tried too often. Wait a little and try again."
    public let kind = RefusalKind.tooMany
    public let retryAfter: Duration
}
