import Foundation

/// A reading of the clock that never jumps, in nanoseconds since a start of its own.
struct Tick: Comparable, Sendable {
    let nanoseconds: Int64

    static var now: Tick {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Tick(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    static func < (a: Tick, b: Tick) -> Bool { a.nanoseconds < b.nanoseconds }
    static func + (tick: Tick, duration: Duration) -> Tick { Tick(nanoseconds: tick.nanoseconds + duration.nanoseconds) }

    /// Nanoseconds between two readings.
    static func - (later: Tick, earlier: Tick) -> Int64 { later.nanoseconds - earlier.nanoseconds }
}

extension Duration {
    /// Whole nanoseconds; the rest is cut off.
    var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }

    var inSeconds: Double { Double(nanoseconds) / 1e9 }
}
