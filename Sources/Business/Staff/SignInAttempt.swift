import Database
import Essentials
import Secrets

/// A guess that was counted, and what it is to be checked against once the transaction is over: nobody's hash, too,
/// when nobody has that name.
struct SignInAttempt: Sendable {
    let account: [UInt8]
    let staff: StaffMember.ID?
    let hash: PasswordHash?
    let method: SignInMethod
    let device: Device.ID?
    /// Wrong guesses that went before.
    let failures: Int

    /// By the name that somebody typed.
    /// - Throws: `StaffRefusal.waiting`, and nothing that tells whether the name is known.
    static func byPassword(
        name: String, device: Device.ID?, in transaction: Transaction, world: World
    ) throws -> SignInAttempt {
        let key = EmailAddress(name)?.key ?? name.folded
        let account = SignInBrake.account("password", key)
        let failures = try SignInBrake.staff.attempt(account, in: transaction, world: world)
        let known = try transaction.row(
            "SELECT id, password FROM staff_member WHERE email_key = \(key) AND status = \(StaffMember.Status.active)",
            { try ($0.next(StaffMember.ID.self), $0.next(String?.self)) })
        return SignInAttempt(
            account: account, staff: known?.0, hash: known?.1.flatMap(PasswordHash.init(stored:)), method: .password, device: device,
            failures: failures)
    }

    /// By the person who was chosen at a till.
    /// - Throws: `StaffRefusal.waiting`, `unknownDevice`.
    static func byPIN(
        of staff: StaffMember.ID, at device: Device, in transaction: Transaction, world: World
    ) throws -> SignInAttempt {
        let account = SignInBrake.account("pin", staff.description)
        let failures = try SignInBrake.staff.attempt(account, in: transaction, world: world)
        let pin = try transaction.value(
            """
            SELECT pin FROM staff_member
            WHERE id = \(staff) AND status = \(StaffMember.Status.active)
              AND EXISTS (
                SELECT 1 FROM staff_grant
                WHERE staff_grant.staff = staff_member.id AND staff_grant.location IN \(list: [device.location, 0]))
            """, as: String.self)
        return SignInAttempt(
            account: account, staff: pin == nil ? nil : staff, hash: pin.flatMap(PasswordHash.init(stored:)), method: .pin,
            device: device.id, failures: failures)
    }
}

/// An attempt that turned out right. Only the verbs that check one make it, so no session begins without.
struct ProvenSignIn: Sendable {
    let staff: StaffMember.ID
    let attempt: SignInAttempt
    /// The same password at today's cost, when it was kept at another.
    let rehash: PasswordHash?
}

extension SignInAttempt {
    /// Checks what was typed, and takes as long when there is nothing to check it against.
    /// - Throws: `SecretRefusal.busy`
    func prove(_ typed: String, hasher: PasswordHasher, world: World) async throws -> ProvenSignIn? {
        let isRight = try await hasher.verify(typed, against: hash)
        guard isRight, let staff, let hash else { return nil }
        let rehash = hasher.isOutdated(hash) ? try await hasher.rehash(verified: typed, world: world) : nil
        return ProvenSignIn(staff: staff, attempt: self, rehash: rehash)
    }
}
