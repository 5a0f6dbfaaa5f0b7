import Essentials
import Foundation

/// What a person is called and how they are reached, checked.
struct StaffProfile {
    let name: String
    let email: EmailAddress
    let language: String

    /// - Throws: `StaffRefusal.nameMissing`, `nameLong`, `emailMalformed`, `languageUnknown`
    init(name: String, email: String, language: String) throws(StaffRefusal) {
        self.name = try Self.trimmed(name)
        guard let email = EmailAddress(email) else { throw .emailMalformed }
        try Self.verify(language: language)
        self.email = email
        self.language = language
    }

    /// A tag of BCP 47 whose language ISO 639 knows; whether Seam has texts in it is not known here.
    static func verify(language: String) throws(StaffRefusal) {
        guard let tag = language.wholeMatch(of: /([A-Za-z]{2,3})(-[A-Za-z0-9]{2,8})*/),
            Locale.LanguageCode(tag.output.1.lowercased()).isISOLanguage
        else { throw .languageUnknown }
    }

    /// A name of one letter at least and 120 at most, without the spaces around it.
    static func trimmed(_ name: String) throws(StaffRefusal) -> String {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !name.isEmpty else { throw .nameMissing }
        guard name.count <= 120 else { throw .nameLong }
        return name
    }
}
