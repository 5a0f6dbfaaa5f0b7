import Foundation

/// A language that a surface can be read in, as its pages offer it: any page answers `{{#spokenLanguages}}` with them.
public struct SpokenLanguage: Shown, Hashable {
    /// BCP 47
    public let language: String
    /// In itself: `suomi`.
    public let name: String
    /// Whether the page is read in it.
    public let isHere: Bool

    /// - Parameter language: BCP 47
    public init(_ language: String, isHere: Bool) {
        let name = Locale(identifier: language).localizedString(forLanguageCode: language) ?? language
        self.init(language: language, name: name, isHere: isHere)
    }

    private init(language: String, name: String, isHere: Bool) {
        self.language = language
        self.name = name
        self.isHere = isHere
    }

    func marked(by language: String) -> SpokenLanguage {
        SpokenLanguage(language: self.language, name: name, isHere: self.language == language)
    }

    /// By which templates ask for all of them.
    static let tag = "spokenLanguages"

    public static let answers: Answers = ["tag": \.language, "name": \.name, "isHere": \.isHere]
}
