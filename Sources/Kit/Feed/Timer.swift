import Database
import Essentials

/// Something that is to happen at a time, kept as a row: the end of a hold, a reminder.
///
/// There is one timer of a kind for a subject; setting it again moves it.
public struct Timer: Identified, Sendable {
    public static let prefix = "tmr"

    public let id: ID
    public let kind: String
    public let subject: UInt128
    public let attempts: Int

    /// Sets, or moves, the timer.
    public static func set(_ kind: String, for subject: UInt128, at due: Instant, in transaction: Transaction, world: World) throws {
        try transaction.run(
            """
            INSERT INTO timer (id, kind, subject, due, attempts) VALUES (\(world.id(Timer.self)), \(kind), \(subject), \(due), 0)
            ON CONFLICT (kind, subject) DO UPDATE SET due = excluded.due, attempts = 0, leased_until = NULL, error = NULL
            """)
    }

    public static func cancel(_ kind: String, for subject: UInt128, in transaction: Transaction) throws {
        try transaction.run("DELETE FROM timer WHERE kind = \(kind) AND subject = \(subject)")
    }
}

/// What a kind of timer does. It runs in the transaction that removes the timer.
public struct TimerHandler: Sendable {
    public let kind: String
    let fire: @Sendable (UInt128, Transaction, World) throws -> Void

    public init(_ kind: String, fire: @escaping @Sendable (UInt128, Transaction, World) throws -> Void) {
        self.kind = kind
        self.fire = fire
    }
}
