import Database
import Essentials
import Secrets

/// Counts the guesses at each account in a table of the slice that signs people in, and makes guessers wait.
///
/// An attempt is counted before its password is checked, so that a thousand guesses at once are a thousand guesses.
/// Accounts are kept as digests of what was typed, whether anybody has that name or not: the wait tells a stranger
/// nothing, and the table holds no name.
public struct SignInBrake: Sendable {
    /// The slice's own table: `account BYTEA PRIMARY KEY, failures BIGINT, last_at BIGINT`.
    let table: SQL

    public init(table: SQL) {
        self.table = table
    }

    /// The key of an account: `kind` keeps a PIN's guesses from a password's.
    public static func account(_ kind: String, _ name: String) -> [UInt8] {
        Digest.of("\(kind):\(name)")
    }

    /// Counts one more attempt and returns how many went wrong before it, or says how long to wait, counting nothing.
    public func admit(_ account: [UInt8], in transaction: Transaction, world: World) throws -> Admission {
        let now = world.now
        try transaction.run("DELETE FROM \(sql: table) WHERE last_at < \(now - FailedAttempts.forgottenAfter)")
        try transaction.run(
            "INSERT INTO \(sql: table) (account, failures, last_at) VALUES (\(account), 0, \(now)) ON CONFLICT (account) DO NOTHING")
        let attempts = try transaction.row("SELECT failures, last_at FROM \(sql: table) WHERE account = \(account) FOR UPDATE") {
            try FailedAttempts(count: $0.next(), last: $0.next())
        }
        let before = attempts ?? FailedAttempts(count: 0, last: now)
        let wait = before.wait(at: now)
        guard wait == .zero else { return .wait(seconds: Int((wait.microseconds + 999_999) / 1_000_000)) }
        let after = before.adding(at: now)
        try transaction.run("UPDATE \(sql: table) SET failures = \(after.count), last_at = \(after.last) WHERE account = \(account)")
        return .admitted(failures: after.count - 1)
    }

    /// Forgets the guesses, once the right person is in.
    public func release(_ account: [UInt8], in transaction: Transaction) throws {
        try transaction.run("DELETE FROM \(sql: table) WHERE account = \(account)")
    }

    public enum Admission: Sendable, Equatable {
        case admitted(failures: Int)
        case wait(seconds: Int)
    }
}

extension SignInBrake {
    static let staff = SignInBrake(table: "staff_sign_in_failure")

    /// - Throws: `StaffRefusal.waiting`
    func attempt(_ account: [UInt8], in transaction: Transaction, world: World) throws -> Int {
        switch try admit(account, in: transaction, world: world) {
        case .admitted(let failures): return failures
        case .wait(let seconds): throw StaffRefusal.waiting(seconds: seconds)
        }
    }
}
