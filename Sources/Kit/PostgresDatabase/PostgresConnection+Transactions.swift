import CPostgres
import Database

extension PostgresConnection {
    /// Runs `body` on one consistent state. Its beginning travels with its first statement, and nobody waits for its end.
    func reading<T>(_ body: (PostgresConnection) throws -> T) throws -> T {
        link.forgetTrouble()
        try begin(Self.beginRead)
        do {
            let outcome = try body(self)
            try end("COMMIT")
            return outcome
        } catch {
            if !link.isLost { try? rollBack() }
            throw error
        }
    }

    /// Runs waiting writes in one transaction, a savepoint each, until none waits that shares a key, or the time is up; commits
    /// once; and only then lets any of them be answered.
    ///
    /// A refused write rolls back alone. When the server refuses a statement of one while another is at work already, none is kept:
    /// the caller tries each by itself.
    /// - Parameter group: those that are in it already, from an earlier try; gains those that `next` brings.
    func commitGroup(
        _ group: inout [any PendingWrite], upTo size: Int, until deadline: ContinuousClock.Instant, next: () -> (any PendingWrite)?
    ) throws {
        link.forgetTrouble()
        try begin(Self.beginWrite)
        var index = 0
        do {
            while index < group.count {
                link.member = index
                if index > 0 { pack(Self.savepoint) }
                do {
                    try group[index].run(on: self)
                    if index > 0 { pack(Self.release) }
                } catch {
                    guard link.trouble == .none, !link.isAnothersFault else { throw error }
                    try rollBackToSavepoint(isFirst: index == 0)
                }
                index += 1
                if index == group.count, index < size, ContinuousClock.now < deadline, let more = next() { group.append(more) }
            }
            try commit()
        } catch {
            if !link.isLost { try? rollBack() }
            throw error
        }
    }

    /// A statement that failed has spoilt the transaction, even when the body made nothing of it.
    func expectHealthy() throws {
        guard PQtransactionStatus(link.handle) != PQTRANS_INERROR else {
            throw DatabaseFault.engine("a statement had failed, so that nothing of the change was kept")
        }
    }

    private func rollBackToSavepoint(isFirst: Bool) throws {
        forgetLast(of: link.member)
        if isFirst {
            // It had the transaction for itself so far: the next begins another.
            try rollBack()
            try begin(Self.beginWrite)
        } else if luggage.last == Self.savepoint {
            luggage.removeLast()
        } else {
            pack(Self.back)
            pack(Self.release)
        }
    }

    /// What begins, ends and divides a transaction, in exactly these words.
    static let habits = [beginRead, beginWrite, savepoint, back, release, "COMMIT", "ROLLBACK"]
    private static let beginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
    private static let beginWrite = "BEGIN ISOLATION LEVEL READ COMMITTED"
    private static let savepoint = "SAVEPOINT one"
    private static let back = "ROLLBACK TO one"
    private static let release = "RELEASE one"
}
