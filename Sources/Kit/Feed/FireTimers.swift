import Database
import Essentials
import Logging

/// Fires the timers that are due. Any number of nodes may run one: each timer is claimed by lease.
public struct TimerRunner: Sendable {
    private static let lease = Duration.seconds(30)
    private static let claim = 50

    private let handlers: [String: TimerHandler]
    private let database: any Database
    private let world: World
    private let logger: Logger

    public init(_ handlers: [TimerHandler], on database: any Database, world: World, logger: Logger) {
        self.handlers = Dictionary(handlers.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
        self.database = database
        self.world = world
        self.logger = logger
    }

    /// Looks for due timers until the task is cancelled.
    public func run(every pause: Duration = .milliseconds(250)) async {
        while !Task.isCancelled {
            let fired = (try? await fireDue()) ?? 0
            if fired < Self.claim { try? await Task.sleep(for: pause) }
        }
    }

    /// Fires what is due now, at most `claim` of them.
    /// - Returns: how many it took.
    @discardableResult
    public func fireDue() async throws -> Int {
        let now = world.now
        guard try await database.read({ try $0.exists("SELECT 1 FROM timer WHERE due <= \(now) LIMIT 1") }) else { return 0 }
        let timers = try await database.write { try lease(at: now, in: $0) }
        for timer in timers { await fire(timer) }
        return timers.count
    }

    private func lease(at now: Instant, in transaction: Transaction) throws -> [Timer] {
        let timers = try transaction.rows(
            """
            SELECT id, kind, subject, attempts FROM timer
            WHERE due <= \(now) AND (leased_until IS NULL OR leased_until <= \(now)) ORDER BY due LIMIT \(Self.claim)
            FOR UPDATE SKIP LOCKED
            """
        ) { try Timer(id: $0.next(), kind: $0.next(), subject: $0.next(), attempts: $0.next()) }
        try transaction.run("UPDATE timer SET leased_until = \(now + Self.lease) WHERE id IN \(list: timers.map(\.id))")
        return timers
    }

    private func fire(_ timer: Timer) async {
        do {
            guard let handler = handlers[timer.kind] else { throw DatabaseFault.engine("no handler for “\(timer.kind)”") }
            try await database.write { transaction in
                // Cancelled or moved meanwhile: then it is not ours any more.
                guard try transaction.rowsChanged(by: "DELETE FROM timer WHERE id = \(timer.id) AND due <= \(world.now)") == 1 else {
                    return
                }
                try handler.fire(timer.subject, transaction, world)
            }
        } catch {
            logger.error("a timer failed", metadata: ["kind": "\(timer.kind)", "error": "\(error)"])
            let wait = Duration.seconds(Int64(1) << min(timer.attempts, 8))
            _ = try? await database.write { transaction in
                try transaction.run(
                    """
                    UPDATE timer SET attempts = attempts + 1, due = \(world.now + wait), leased_until = NULL,
                    error = \(String(String(describing: error).prefix(500))) WHERE id = \(timer.id)
                    """)
            }
        }
    }
}
