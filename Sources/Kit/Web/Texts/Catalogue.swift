import Essentials
import Foundation

/// What a text is known by: its English words, and a note where those mean several things.
struct TextKey: Hashable, Sendable {
    let text: String
    var note: String?
}

/// The texts of one language.
struct Catalogue: Sendable {
    /// BCP 47
    let language: String
    let rule: PluralRule
    private let locale: Locale
    private var texts: [TextKey: [String]] = [:]
    private var counted: Set<TextKey> = []
    /// The languages that there is a catalogue for, with this one marked.
    var offered: [SpokenLanguage]

    init(_ language: String) {
        self.language = language
        offered = [SpokenLanguage(language, isHere: true)]
        rule = PluralRule(language)
        locale = Locale(identifier: language)
    }

    /// Later files may say again, otherwise, what earlier ones said.
    mutating func add(_ file: PortableObject) {
        for entry in file.entries where !entry.forms.isEmpty && entry.forms.allSatisfy({ !$0.isEmpty }) {
            texts[entry.key] = entry.forms
            if entry.plural != nil { counted.insert(entry.key) }
        }
    }

    /// A text that counts nothing; `nil` where it is not translated.
    func text(_ key: TextKey) -> String? { texts[key]?.first }

    /// A text that counts, in each form of the language; `nil` where it is not translated.
    func forms(_ key: TextKey) -> [PluralForm: String]? {
        guard let forms = texts[key], forms.count == rule.forms.count else { return nil }
        return Dictionary(uniqueKeysWithValues: zip(rule.forms, forms))
    }

    /// Everything by its English words, for a module of the browser.
    var script: [String: ScriptText] {
        Dictionary(
            texts.map { key, said in
                let forms = Dictionary(zip(rule.forms.map(\.rawValue), said), uniquingKeysWith: { first, _ in first })
                return (key.text, counted.contains(key) ? .forms(forms) : .one(said[0]))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The sentence in this language; in English where it is not translated.
    func say(_ sentence: Sentence) -> String {
        let key = TextKey(text: sentence.pattern)
        var pattern = sentence.pattern
        if let count = sentence.count {
            let isOne = PluralRule.oneAndOther.form(of: count) == .one
            pattern = forms(key)?[rule.form(of: count)] ?? (isOne ? sentence.singular : nil) ?? pattern
        } else {
            pattern = text(key) ?? pattern
        }
        return sentence.filled(pattern) { value in
            switch value {
            case .text(let text): text
            case .number(let number): said(number)
            case .money(let money): money.formatted(in: language)
            case .sentence(let inner): say(inner)
            }
        }
    }

    /// A number as people of the language write it: `1,042`, `1 042`.
    func said(_ number: Int64) -> String {
        (-999...999).contains(number) ? String(number) : number.formatted(.number.locale(locale))
    }
}
