import Foundation

/// What is kept of a password or a PIN: a scrypt key (RFC 7914) with its salt and its cost.
///
/// Only `PasswordHasher` makes one, so a verb that takes a hash knows that the password passed its policy.
public struct PasswordHash: Sendable {
    let cost: PasswordCost
    let salt: [UInt8]
    let key: [UInt8]

    init(cost: PasswordCost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// Reads the stored form; `nil` for another scheme, an unreasonable cost or anything malformed.
    public init?(stored text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
            let cost = PasswordCost(text: parts[2]),
            let salt = Base64.decode(parts[3], .plain), salt.count == Self.saltSize,
            let key = Base64.decode(parts[4], .plain), key.count == Self.keySize
        else { return nil }
        self.init(cost: cost, salt: salt, key: key)
    }

    /// The form to store, after the PHC string format: `$scrypt$ln=17,r=8,p=1$salt$key`.
    public var stored: String {
        "$scrypt$\(cost.text)$\(Base64.encode(salt, .plain))$\(Base64.encode(key, .plain))"
    }

    static let saltSize = 16
    static let keySize = 32
}

extension PasswordHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "PasswordHash(hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// How hard one guess is: scrypt with r = 8 and p = 1 takes `1024 << logN` bytes for as long as it runs.
public struct PasswordCost: Sendable, Equatable {
    /// The binary logarithm of scrypt's N.
    public let logN: Int

    /// 128 MiB and a few tenths of a second a guess: what OWASP's Password Storage Cheat Sheet asks for at p = 1.
    public static let standard = PasswordCost(logN: 17)
    /// A quarter of that, for small machines.
    public static let modest = PasswordCost(logN: 15)
    /// Worth nothing against a thief: for tests, which hand it in themselves.
    public static let worthless = PasswordCost(logN: 4)

    private init(logN: Int) {
        self.logN = logN
    }

    var text: String { "ln=\(logN),r=8,p=1" }

    init?(text: some StringProtocol) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1] == "r=8", parts[2] == "p=1", parts[0].hasPrefix("ln="),
            let logN = Int(parts[0].dropFirst(3)), (1...20).contains(logN), "ln=\(logN)" == parts[0]
        else { return nil }
        self.init(logN: logN)
    }
}
