import Foundation

/// A telephone number as its owner writes it, and its international form by which two spellings are the same number.
public struct PhoneNumber: Sendable, Equatable {
    /// Trimmed, otherwise as it was written.
    public let text: String
    /// E.164: `+` and at most 15 digits.
    public let key: String

    /// `nil` for what is no number, and for a national one when nothing says of which country.
    /// - Parameter callingCode: the country of numbers without `+`: `1`, `49`.
    public init?(_ written: String, callingCode: String? = nil) {
        let text = written.trimmingCharacters(in: .whitespacesAndNewlines)
        let digits = text.filter { ("0"..."9").contains($0) }
        guard text.allSatisfy({ ("0"..."9").contains($0) || "+()-./ \u{a0}".contains($0) }),
            !text.dropFirst().contains("+")
        else { return nil }
        let international: String
        if text.hasPrefix("+") {
            international = digits
        } else if digits.hasPrefix("00") {
            international = String(digits.dropFirst(2))
        } else if let callingCode {
            // The zero that is dialled at home only; Italy alone keeps it.
            international = callingCode + (digits.hasPrefix("0") && callingCode != "39" ? String(digits.dropFirst()) : digits)
        } else {
            return nil
        }
        guard (8...15).contains(international.count), !international.hasPrefix("0") else { return nil }
        self.text = text
        key = "+" + international
    }
}
