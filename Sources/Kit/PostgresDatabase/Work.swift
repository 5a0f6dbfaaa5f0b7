import Database

/// A read or a write that waits for a connection, and its caller.
protocol Work: AnyObject, Sendable {
    /// What it and others fight for; two that share a key never run on two connections of this node at once.
    var keys: [ContendedKey] { get }
    /// When its caller asked for it.
    var asked: ContinuousClock.Instant { get }
    func refuse(_ fault: any Error)
}

/// One caller's read.
protocol PendingRead: Work {
    func run(on seat: Seat)
}

final class Read<T: Sendable>: PendingRead, @unchecked Sendable {
    let keys: [ContendedKey] = []
    let asked = ContinuousClock.now
    private let persists: Bool
    private let body: @Sendable (Snapshot) throws -> T
    private let continuation: CheckedContinuation<T, any Error>

    /// - Parameter persists: whether it is tried again when the connection was lost or nobody answers.
    init(persists: Bool = true, _ body: @escaping @Sendable (Snapshot) throws -> T, _ continuation: CheckedContinuation<T, any Error>) {
        self.persists = persists
        self.body = body
        self.continuation = continuation
    }

    func run(on seat: Seat) {
        let read = { (connection: PostgresConnection) in try connection.reading { try self.body(Snapshot($0)) } }
        continuation.resume(with: Result { try persists ? seat.persistently(since: asked, read) : read(seat.connection()) })
    }

    func refuse(_ fault: any Error) {
        continuation.resume(throwing: fault)
    }
}

/// One caller's write. Only the connection's thread touches it after it was submitted.
protocol PendingWrite: Work {
    /// Runs the change and keeps its outcome; throws what its body threw.
    func run(on connection: PostgresConnection) throws
    /// What its transaction announced, once all of its answers are there; nothing when it was refused.
    var announcements: [any Sendable] { get }
    /// Tells the caller the outcome.
    func answer()
}

final class Write<T: Sendable>: PendingWrite, @unchecked Sendable {
    let keys: [ContendedKey]
    let asked = ContinuousClock.now
    private let body: @Sendable (Transaction) throws -> T
    private let continuation: CheckedContinuation<T, any Error>
    private var outcome: Result<T, any Error> = .failure(DatabaseFault.closed)
    private var accepted: Transaction?

    init(
        contending keys: [ContendedKey], _ body: @escaping @Sendable (Transaction) throws -> T,
        _ continuation: CheckedContinuation<T, any Error>
    ) {
        self.keys = keys
        self.body = body
        self.continuation = continuation
    }

    var announcements: [any Sendable] { accepted?.announcements ?? [] }

    func run(on connection: PostgresConnection) throws {
        let transaction = Transaction(connection)
        accepted = nil
        outcome = Result { try body(transaction) }
        _ = try outcome.get()
        try connection.expectHealthy()
        accepted = transaction
    }

    func answer() {
        continuation.resume(with: outcome)
    }

    func refuse(_ fault: any Error) {
        continuation.resume(throwing: fault)
    }
}
