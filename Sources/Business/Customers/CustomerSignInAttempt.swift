import Database
import Essentials
import Secrets
import Staff

extension SignInBrake {
    static let customers = SignInBrake(table: "customer_sign_in_failure")

    /// - Throws: `CustomerRefusal.waiting`
    fileprivate func attempt(_ account: [UInt8], in transaction: Transaction, world: World) throws {
        if case .wait(let seconds) = try admit(account, in: transaction, world: world) {
            throw CustomerRefusal.waiting(seconds: seconds)
        }
    }
}

/// A guess that was counted, and what it is to be checked against once the transaction is over.
struct CustomerSignInAttempt: Sendable {
    let account: [UInt8]
    /// The identity that the password belongs to.
    let customer: Customer.ID?
    let hash: PasswordHash?

    static func account(emailKey: String) -> [UInt8] { SignInBrake.account("customer", emailKey) }

    /// - Throws: `CustomerRefusal.waiting`, and nothing that tells whether the address is known.
    static func begin(email: String, in transaction: Transaction, world: World) throws -> CustomerSignInAttempt {
        let key = EmailAddress(email)?.key ?? email.folded
        let account = account(emailKey: key)
        try SignInBrake.customers.attempt(account, in: transaction, world: world)
        let known = try transaction.row("SELECT customer, password FROM customer_credential WHERE email_key = \(key)") {
            try ($0.next(Customer.ID.self), $0.next(String.self))
        }
        return CustomerSignInAttempt(account: account, customer: known?.0, hash: (known?.1).flatMap(PasswordHash.init(stored:)))
    }

    /// Checks what was typed, and takes as long when there is nothing to check it against.
    /// - Throws: `SecretRefusal.busy`
    func prove(_ typed: String, hasher: PasswordHasher, world: World) async throws -> ProvenCustomer? {
        let isRight = try await hasher.verify(typed, against: hash)
        guard isRight, let customer, let hash else { return nil }
        let rehash = hasher.isOutdated(hash) ? try await hasher.rehash(verified: typed, world: world) : nil
        return ProvenCustomer(customer: customer, account: account, hash: hash, rehash: rehash)
    }
}

/// An attempt that turned out right. Only `prove` makes one.
struct ProvenCustomer: Sendable {
    let customer: Customer.ID
    let account: [UInt8]
    let hash: PasswordHash
    /// The same password at today's cost, when it was kept at another.
    let rehash: PasswordHash?

    /// Locks the customer, sees that the hash which was checked is still theirs, and forgets the wrong guesses.
    /// - Throws: `refusal` when their password changed while it was checked.
    func settle(otherwise refusal: CustomerRefusal, in transaction: Transaction) throws {
        _ = try Customer.lock(customer, in: transaction)
        let current = try transaction.value("SELECT password FROM customer_credential WHERE customer = \(customer)", as: String.self)
        guard current == hash.stored else { throw refusal }
        try SignInBrake.customers.release(account, in: transaction)
    }

    func keep(_ new: PasswordHash, in transaction: Transaction) throws {
        try transaction.run("UPDATE customer_credential SET password = \(new.stored) WHERE customer = \(customer)")
    }
}
