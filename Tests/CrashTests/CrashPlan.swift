import Essentials
import Foundation

/// How often the server is killed, and when. The same seed plays the same moments again.
struct CrashPlan: Sendable, CustomStringConvertible {
    let count: Int
    let seed: UInt64

    /// `SEAM_CRASHES` (50 without it) and `SEAM_CRASH_SEED` (chance without it).
    static func fromEnvironment() -> CrashPlan {
        let environment = ProcessInfo.processInfo.environment
        return CrashPlan(
            count: environment["SEAM_CRASHES"].flatMap(Int.init) ?? 50,
            seed: environment["SEAM_CRASH_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 1...999_999))
    }

    /// How long each life of the server lasts once customers are in.
    var lives: [Duration] {
        var chance = Randomness.seeded(seed)
        return (0..<count).map { _ in .milliseconds(Int.random(in: 30...600, using: &chance)) }
    }

    var description: String { "\(count) crashes, SEAM_CRASH_SEED=\(seed)" }
}
