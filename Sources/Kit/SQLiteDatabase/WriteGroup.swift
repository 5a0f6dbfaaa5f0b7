import Database

/// A change that waits for its turn, and its caller.
protocol PendingWrite: Sendable {
    /// Runs the change inside a savepoint and keeps its outcome. Returns what its transaction announced; throws what `body` threw.
    func run(on connection: SQLiteConnection) throws -> [any Sendable]
    /// Tells the caller the outcome, or the fault that undid the whole group.
    func answer(_ fault: (any Error)?)
}

/// One caller's write. The writer thread alone touches it between the two calls.
final class Write<T: Sendable>: PendingWrite, @unchecked Sendable {
    private let body: @Sendable (Transaction) throws -> T
    private let continuation: CheckedContinuation<T, any Error>
    private var outcome: Result<T, any Error>?

    init(_ body: @escaping @Sendable (Transaction) throws -> T, _ continuation: CheckedContinuation<T, any Error>) {
        self.body = body
        self.continuation = continuation
    }

    func run(on connection: SQLiteConnection) throws -> [any Sendable] {
        let transaction = Transaction(connection)
        do {
            outcome = .success(try body(transaction))
            return transaction.announcements
        } catch {
            outcome = .failure(error)
            throw error
        }
    }

    func answer(_ fault: (any Error)?) {
        if let fault {
            continuation.resume(throwing: fault)
        } else {
            continuation.resume(with: outcome ?? .failure(DatabaseFault.closed))
        }
    }
}

extension SQLiteConnection {
    /// Runs waiting writes in one transaction, a savepoint each, until none waits or the time is up; commits once;
    /// and only then answers all of them.
    ///
    /// A refused write rolls back alone. A group that cannot be begun or committed is refused as a whole.
    func commitGroup(
        next: () -> (any PendingWrite)?, until deadline: ContinuousClock.Instant, observe: ([any Sendable]) -> Void
    ) {
        var group: [any PendingWrite] = []
        var announcements: [any Sendable] = []
        do {
            try execute(.begin)
            while let write = next() {
                group.append(write)
                try execute(.savepoint)
                do {
                    announcements += try write.run(on: self)
                } catch {
                    // A full disk ends the whole transaction, and with it the changes that went before.
                    guard isInTransaction else { throw error }
                    try execute(.rollBackToSavepoint)
                }
                try execute(.releaseSavepoint)
                if ContinuousClock.now >= deadline { break }
            }
            try execute(.commit)
        } catch {
            if isInTransaction { try? command("ROLLBACK") }
            // What waits behind a group that could not even begin would meet the same fault, after a patience of its own.
            if group.isEmpty {
                while let write = next() { group.append(write) }
            }
            for write in group { write.answer(error) }
            return
        }
        if !announcements.isEmpty { observe(announcements) }
        for write in group { write.answer(nil) }
    }
}

extension SQL {
    fileprivate static let begin: SQL = "BEGIN IMMEDIATE"
    fileprivate static let savepoint: SQL = "SAVEPOINT one"
    fileprivate static let rollBackToSavepoint: SQL = "ROLLBACK TO one"
    fileprivate static let releaseSavepoint: SQL = "RELEASE one"
    fileprivate static let commit: SQL = "COMMIT"
}
