import Database
import Essentials
import Secrets

/// Begins a session for somebody who has just proved who they are, under a new token; the session that their browser
/// had before ends, so that a token which was planted there is worth nothing.
/// - Throws: `StaffRefusal.wrongSignIn` when they were archived, or their password changed, while it was checked.
func beginSession(
    _ proven: ProvenSignIn, replacing old: SecretToken?, in transaction: Transaction, world: World
) throws -> StartedSession {
    let (attempt, now) = (proven.attempt, world.now)
    try proven.requireStillRight(otherwise: .wrongSignIn, in: transaction)
    try SignInBrake.staff.release(attempt.account, in: transaction)
    if let rehash = proven.rehash { try proven.keep(rehash, in: transaction) }
    try transaction.run("DELETE FROM staff_session WHERE expires_at <= \(now)")
    if let old { try transaction.run("DELETE FROM staff_session WHERE token = \(old.digest)") }
    if let device = attempt.device { try transaction.run("UPDATE device SET seen_at = \(now) WHERE id = \(device)") }

    let (id, token) = (world.id(StaffSession.self), SecretToken(world: world))
    try transaction.run(
        """
        INSERT INTO staff_session (id, token, staff, device, method, created_at, seen_at, idle, expires_at)
        VALUES (\(id), \(token.digest), \(proven.staff), \(attempt.device), \(attempt.method), \(now), \(now),
                \(attempt.method.idle.microseconds), \(now + attempt.method.longest))
        """)
    guard let session = try StaffSession.find(id, at: now, in: transaction) else { throw StaffRefusal.wrongSignIn }
    try Audit.record(
        "staff.signed_in", about: proven.staff, ["failures_before": .figure(Int64(attempt.failures))], by: session.actor,
        in: transaction, world: world)
    try StaffSignedIn(staff: proven.staff, device: attempt.device).record(by: session.actor.origin, in: transaction, world: world)
    return StartedSession(session: session, token: token)
}

extension ProvenSignIn {
    /// Locks the person, and sees that they still work here and that the hash which was checked is still theirs.
    /// - Throws: `refusal`
    func requireStillRight(otherwise refusal: StaffRefusal, in transaction: Transaction) throws {
        let member = try StaffMember.lock(staff, in: transaction)
        let current = try transaction.value("SELECT \(sql: attempt.method.column) FROM staff_member WHERE id = \(staff)", as: String.self)
        guard member.status == .active, current == attempt.hash?.stored else { throw refusal }
    }

    fileprivate func keep(_ rehash: PasswordHash, in transaction: Transaction) throws {
        try transaction.run("UPDATE staff_member SET \(sql: attempt.method.column) = \(rehash.stored) WHERE id = \(staff)")
    }
}

extension SignInMethod {
    fileprivate var column: SQL {
        switch self {
        case .password: "password"
        case .pin: "pin"
        }
    }
}
