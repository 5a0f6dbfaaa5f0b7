import Foundation

/// What a new password or PIN must be, after NIST SP 800-63B: long enough, not among the first that anybody
/// would try, and otherwise free. Existing ones are only compared.
enum PasswordPolicy {
    static let shortest = 8
    static let longest = 256
    static let pinLengths = 4...8

    static func check(password: String) throws(SecretRefusal) {
        guard password.count >= shortest else { throw .passwordShort }
        guard password.count <= longest else { throw .passwordLong }
        let folded = password.lowercased()
        guard !common.contains(folded), !isTrivial(folded) else { throw .passwordCommon }
    }

    static func check(pin: String) throws(SecretRefusal) {
        guard pinLengths.contains(pin.utf8.count), pin.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .pinMalformed }
        guard !isTrivial(pin) else { throw .pinTrivial }
    }

    /// One letter over and over, or a run up or down: `0000`, `12345678`, `hgfedcba`.
    private static func isTrivial(_ text: String) -> Bool {
        let letters = text.unicodeScalars.map { Int($0.value) }
        let steps = Set(zip(letters, letters.dropFirst()).map { $1 - $0 })
        guard steps.count == 1, let step = steps.first else { return false }
        return (-1...1).contains(step)
    }

    /// The commonest of eight letters and more in the lists of stolen passwords.
    private static let common: Set<String> = [
        "password", "password1", "password12", "password123", "passw0rd", "p@ssw0rd", "p@ssword", "iloveyou", "iloveyou1",
        "sunshine", "princess", "football", "football1", "baseball", "superman", "starwars", "whatever", "trustno1", "computer",
        "qwertyui", "qwertyuiop", "qwerty123", "1q2w3e4r", "1q2w3e4r5t", "1qaz2wsx", "qazwsxedc", "zxcvbnm1", "asdfghjkl",
        "abcd1234", "abc12345", "a1b2c3d4", "11223344", "12341234", "12344321", "1234567890", "0123456789", "87654321",
        "12121212", "11112222", "welcome1", "welcome123", "letmein1", "changeme", "changeme1", "admin123", "administrator",
        "internet", "jennifer", "michelle", "corvette", "mercedes", "maverick", "samantha", "danielle", "victoria", "christian",
    ]
}
