import Foundation

extension Money {
    /// As people of that language write it: `€49.95`, `49,95 €`, `￥500`.
    /// - Parameter language: a BCP 47 tag.
    public func formatted(in language: String) -> String {
        let amount = Decimal(minorUnits) / Decimal(currency.scale)
        return amount.formatted(.currency(code: currency.code).locale(Locale(identifier: language)))
    }

    /// Reads an amount as people of that language type it: `49,95`, `1 249,95`, `1,249.95`, with or without the sign.
    public init?(typed text: String, in language: String, currency: Currency) {
        let locale = Locale(identifier: language)
        let decimal = locale.decimalSeparator ?? "."
        var plain = ""
        for letter in text where !letter.isWhitespace {
            if let digit = letter.wholeNumberValue, letter.isNumber {
                plain += String(digit)
            } else if String(letter) == decimal || letter == "." && decimal == "." {
                plain += "."
            } else if letter == "-" || letter == "−" {
                plain += "-"
            } else if String(letter) != locale.groupingSeparator, !Self.isSign(letter, of: currency, in: locale) {
                return nil
            }
        }
        self.init(parsing: plain, currency: currency)
    }

    private static func isSign(_ letter: Character, of currency: Currency, in locale: Locale) -> Bool {
        letter.isCurrencySymbol || currency.code.contains(letter)
    }
}
