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

/// Writes that were run in one transaction, and what is to be said of them.
struct WriteGroup: Sendable {
    private(set) var writes: [any PendingWrite] = []
    /// What their transactions announced, in their order.
    private(set) var announcements: [any Sendable] = []
    /// What undid the group as a whole.
    var fault: (any Error)?

    fileprivate mutating func add(_ write: any PendingWrite) { writes.append(write) }
    fileprivate mutating func announce(_ notes: [any Sendable]) { announcements += notes }

    func answer(_ refusal: (any Error)?) {
        for write in writes { write.answer(refusal) }
    }
}

extension SQLiteConnection {
    /// Runs waiting writes in one transaction, a savepoint each, until none waits or the time is up, and commits once.
    ///
    /// A refused write rolls back alone. A group that cannot be begun or committed has a fault.
    /// - Parameter commit: called when the group is about to become visible.
    /// - Returns: the group, which nobody has answered yet.
    func commitGroup(
        next: () -> (any PendingWrite)?, until deadline: ContinuousClock.Instant, commit: () -> Void
    ) -> WriteGroup {
        var group = WriteGroup()
        var isExpected = false
        do {
            try execute(.begin)
            while let write = next() {
                group.add(write)
                try execute(.savepoint)
                do {
                    group.announce(try write.run(on: self))
                } catch {
                    // A full disk ends the whole transaction, and with it the changes that went before.
                    guard isInTransaction else { throw error }
                    try execute(.rollBackToSavepoint)
                }
                try execute(.releaseSavepoint)
                if ContinuousClock.now >= deadline { break }
            }
            commit()
            isExpected = true
            try execute(.commit)
        } catch {
            if isInTransaction { try? command("ROLLBACK") }
            // What waits behind a group that could not even begin would meet the same fault.
            if group.writes.isEmpty { while let write = next() { group.add(write) } }
            group.fault = error
            if !isExpected { commit() }
        }
        return group
    }
}

extension SQL {
    fileprivate static let begin: SQL = "BEGIN IMMEDIATE"
    fileprivate static let savepoint: SQL = "SAVEPOINT one"
    fileprivate static let rollBackToSavepoint: SQL = "ROLLBACK TO one"
    fileprivate static let releaseSavepoint: SQL = "RELEASE one"
    fileprivate static let commit: SQL = "COMMIT"
}
