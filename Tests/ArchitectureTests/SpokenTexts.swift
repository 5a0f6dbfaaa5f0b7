import Foundation

@testable import Web

/// The texts that one folder of catalogues is for, and where in the project they are said.
struct SpokenTexts {
    /// Below `Texts`.
    let name: String
    /// Folders of templates, Swift and ES modules.
    let places: [String]

    static let all = [
        SpokenTexts(name: "shop", places: ["Templates/shop", "Sources/Surfaces/Storefront"]),
        SpokenTexts(name: "till", places: ["Templates/till", "Sources/Surfaces/Till"]),
        SpokenTexts(name: "till-script", places: ["Public/js/till"]),
        SpokenTexts(name: "desk", places: ["Templates/desk", "Sources/Surfaces/Desk"]),
        SpokenTexts(name: "sentences", places: ["Sources/Business", "Sources/Kit"]),
    ]

    /// What a text that is said needs of a catalogue, in the order of files and lines.
    func entries(in project: Project) throws -> [PortableObject.Entry] {
        var entries: [PortableObject.Entry] = []
        var places: [TextKey: Int] = [:]
        for path in try project.files(in: self.places, ending: ["mustache", "swift", "js"]) {
            for entry in Self.said(in: try project.text(path), at: path) {
                guard let known = places[entry.key] else {
                    places[entry.key] = entries.count
                    entries.append(entry)
                    continue
                }
                if !entries[known].places.contains(path) { entries[known].places.append(path) }
            }
        }
        return entries
    }

    static func said(in text: String, at path: String) -> [PortableObject.Entry] {
        let texts: [MarkedText] =
            switch URL(filePath: path).pathExtension {
            case "mustache": MarkedText.all(in: text)
            case "js": ModuleTexts.all(in: text)
            default: SentenceTexts.all(in: SwiftSource(path: path, text: text))
            }
        return texts.map { PortableObject.Entry(note: $0.note, text: $0.text, plural: $0.many, forms: [], places: [path]) }
    }
}

extension MarkedText {
    static func all(in template: String) -> [MarkedText] {
        parts(of: template).compactMap { if case .text(let marked) = $0 { marked } else { nil } }
    }
}

/// What ES modules say: `t("Park")`, `t("1 line", "{n} lines", …)`.
enum ModuleTexts {
    static func all(in script: String) -> [MarkedText] {
        script.matches(of: /\bt\(\s*"((?:[^"\\]|\\.)*)"(?:\s*,\s*"((?:[^"\\]|\\.)*)")?/.wordBoundaryKind(.simple)).map { match in
            let texts = [match.1, match.2].compactMap { $0?.replacing("\\\"", with: "\"") }
            return texts.count == 2 ? MarkedText("\(texts[0])||\(texts[1])") : MarkedText(texts[0][...])
        }
    }
}

/// What Swift says: literals where a `Sentence` is made.
enum SentenceTexts {
    static func all(in source: SwiftSource) -> [MarkedText] {
        let lines = lines(of: source.code)
        var texts: [MarkedText] = []
        /// Where a counted sentence said last what it says of one.
        var oneOn = 0
        for literal in source.literals where lines.contains(literal.line) {
            let line = source.code[literal.line - 1]
            guard isWords(literal.value) || isWord(literal.value) && !line.contains("column: ") else { continue }
            let isOne = line.contains("one: \"") && oneOn != literal.line
            if isOne { oneOn = literal.line }
            if !isOne, line.contains("other: \""), let one = texts.last, one.many == nil {
                texts[texts.count - 1] = MarkedText("\(one.text)||\(pattern(literal.value))")
            } else {
                texts.append(MarkedText(pattern(literal.value)[...]))
            }
        }
        return texts
    }

    /// Lines of a body that answers a sentence, and lines on which one is made.
    static func lines(of code: [Substring]) -> Set<Int> {
        var lines: Set<Int> = []
        var depth = 0
        for (index, line) in code.enumerated() {
            let opens = line.contains(/Sentence\??\)?\s*\{/)
            if depth > 0 || opens {
                lines.insert(index + 1)
                for letter in line { depth += letter == "{" ? 1 : letter == "}" ? -1 : 0 }
            } else if line.contains(/Sentence\(|: Sentence =|\.say\(|Refusal\.(?:rule|attributes)\(|RowRefusal\(|(?:message|reason): "/) {
                lines.insert(index + 1)
            }
        }
        return lines
    }

    private static func isWords(_ value: String) -> Bool {
        value.contains(/[A-Za-z]/) && value.trimmingCharacters(in: .whitespaces).contains(" ")
    }

    /// What is said in one word begins large: `Cash`.
    private static func isWord(_ value: String) -> Bool { value.contains(/^[A-Z][a-z]+$/) }

    /// `Only {1} left.`
    private static func pattern(_ value: String) -> String {
        var place = 0
        return value.map { letter in
            guard letter == SwiftSource.Literal.placeholder else { return String(letter) }
            place += 1
            return "{\(place)}"
        }.joined()
    }
}
