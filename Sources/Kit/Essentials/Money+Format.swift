import Foundation

extension Money {
    /// As people of that language write it: `€49.95`, `49,95 €`, `￥500`.
    /// - Parameter language: a BCP 47 tag.
    public func formatted(in language: String) -> String {
        let amount = Decimal(minorUnits) / Decimal(currency.scale)
        return amount.formatted(.currency(code: currency.code).locale(Locale(identifier: language)))
    }

    /// Reads an amount as people of that language type it: `49,95`, `1 249,95`, `1,249.95`, with or without the sign.
    /// - Returns: `nil` for what is no amount there: `10,50` in English is neither ten and a half nor a thousand and fifty.
    public init?(typed text: String, in language: String, currency: Currency) {
        let locale = Locale(identifier: language)
        let decimal = locale.decimalSeparator ?? "."
        var plain = ""
        /// The digits behind the last separator of groups; `nil` where there was none, and behind the decimal one.
        var group: Int?
        for letter in text where !letter.isWhitespace {
            if let digit = letter.wholeNumberValue, letter.isNumber {
                plain += String(digit)
                group? += 1
            } else if String(letter) == decimal {
                guard group ?? 3 == 3 else { return nil }
                group = nil
                plain += "."
            } else if letter == "-" || letter == "−" {
                plain += "-"
            } else if String(letter) == locale.groupingSeparator {
                // In India a hundred thousand is 1,00,000; before the decimals there are three everywhere.
                guard 2...3 ~= group ?? 3, !plain.contains(".") else { return nil }
                group = 0
            } else if !Self.isSign(letter, of: currency, in: locale) {
                return nil
            }
        }
        guard group ?? 3 == 3 else { return nil }
        self.init(parsing: plain, currency: currency)
    }

    private static func isSign(_ letter: Character, of currency: Currency, in locale: Locale) -> Bool {
        letter.isCurrencySymbol || currency.code.contains(letter)
    }
}
