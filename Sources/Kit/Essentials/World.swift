import Foundation
import Synchronization

/// Everything that a verb may not reach for itself: the time and chance.
///
/// Verbs take a `World`, so that a test can hold the clock and repeat the dice.
public struct World: Sendable {
    public let clock: Clock
    public let random: Randomness

    public init(clock: Clock, random: Randomness) {
        self.clock = clock
        self.random = random
    }

    /// The real world: the system's clock and its secure randomness.
    public static let live = World(clock: .system, random: .secure)

    public var now: Instant { clock.now }

    /// A new UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, 74 bits of chance.
    public func id<Subject: Identified>(_: Subject.Type = Subject.self) -> Identifier<Subject> {
        let milliseconds = UInt64(bitPattern: clock.now.microseconds / 1_000)
        let high = milliseconds << 16 | 0x7000 | random.next() & 0x0fff
        let low = 0x8000_0000_0000_0000 | random.next() >> 2
        return Identifier(bits: UInt128(high) << 64 | UInt128(low))
    }

    /// Secret bytes for tokens; secure in the live world.
    public func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            withUnsafeBytes(of: random.next()) { bytes.append(contentsOf: $0.prefix(count - bytes.count)) }
        }
        return bytes
    }
}

/// Tells the time.
public struct Clock: Sendable {
    private let read: @Sendable () -> Instant

    public init(_ read: @escaping @Sendable () -> Instant) {
        self.read = read
    }

    public var now: Instant { read() }

    public static let system = Clock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}

/// A source of chance, 64 bits at a time.
public struct Randomness: Sendable {
    private let draw: @Sendable () -> UInt64

    public init(_ draw: @escaping @Sendable () -> UInt64) {
        self.draw = draw
    }

    public func next() -> UInt64 { draw() }

    public static let secure = Randomness {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }

    /// The same numbers for the same seed (SplitMix64, Steele, Lea and Flood 2014).
    public static func seeded(_ seed: UInt64) -> Randomness {
        let state = Mutex(seed)
        return Randomness {
            state.withLock { state in
                state &+= 0x9e37_79b9_7f4a_7c15
                var mixed = state
                mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
                return mixed ^ (mixed >> 31)
            }
        }
    }
}

/// Swift's own algorithms (`shuffled(using:)`, `Int.random(in:using:)`) over a `Randomness`.
extension Randomness: RandomNumberGenerator {}
