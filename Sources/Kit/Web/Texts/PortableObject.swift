/// A file of translations as gettext writes it (`.po`), which translators' programs open: what is said in English, and
/// how that is said in another language.
struct PortableObject: Equatable {
    struct Entry: Equatable {
        /// Tells two texts apart that are the same in English: “lowest price”.
        var note: String?
        var text: String
        /// What is said of many, when `text` is about one.
        var plural: String?
        /// One, or one for each form of the language; empty where nothing is translated.
        var forms: [String]
        /// Where it is said, for whoever translates.
        var places: [String] = []

        var key: TextKey { TextKey(text: plural ?? text, note: note) }
    }

    var entries: [Entry]

    /// - Throws: `TextFault.malformed`, with the line.
    init(reading text: String, named name: String) throws {
        entries = []
        var entry = Draft()
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingSpaces()
            do {
                if line.isEmpty || line.hasPrefix("#") && entry.last != nil {
                    if let done = entry.finished { entries.append(done) }
                    entry = Draft()
                }
                if line.hasPrefix("#:") { entry.places.append(String(line.dropFirst(2).trimmingSpaces())) }
                // What is not certain counts as not translated.
                if line.hasPrefix("#,") { entry.isFuzzy = line.contains("fuzzy") }
                if line.isEmpty || line.hasPrefix("#") { continue }
                try entry.read(line)
            } catch {
                throw TextFault.malformed(name, line: index + 1)
            }
        }
        if let done = entry.finished { entries.append(done) }
    }

    init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// The file for a language, always written the same way.
    func written(in language: String) -> String {
        let rule = PluralRule(language)
        var file = "msgid \"\"\nmsgstr \"\"\n\"Language: \(language)\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
        file += "\"Plural-Forms: \(rule.header)\\n\"\n"
        for entry in entries {
            file += "\n" + entry.places.map { "#: \($0)\n" }.joined()
            if let note = entry.note { file += "msgctxt \(Self.quoted(note))\n" }
            file += "msgid \(Self.quoted(entry.text))\n"
            guard let plural = entry.plural else {
                file += "msgstr \(Self.quoted(entry.forms.first ?? ""))\n"
                continue
            }
            file += "msgid_plural \(Self.quoted(plural))\n"
            for index in rule.forms.indices {
                file += "msgstr[\(index)] \(Self.quoted(entry.forms.indices.contains(index) ? entry.forms[index] : ""))\n"
            }
        }
        return file
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }
}

extension PortableObject {
    private struct Malformed: Error {}

    /// An entry while its lines are read.
    private struct Draft {
        var texts: [String: String] = [:]
        var places: [String] = []
        var isFuzzy = false
        /// The keyword that a line which only goes on belongs to.
        var last: String?

        var finished: Entry? {
            // The entry without a text is the file's own head.
            guard let text = texts["msgid"], !text.isEmpty else { return nil }
            let numbered = (0..<6).compactMap { texts["msgstr[\($0)]"] }
            let forms = isFuzzy ? [] : texts["msgstr"].map { [$0] } ?? numbered
            return Entry(note: texts["msgctxt"], text: text, plural: texts["msgid_plural"], forms: forms, places: places)
        }

        mutating func read(_ line: Substring) throws {
            guard let quote = line.firstIndex(of: "\"") else { throw Malformed() }
            let word = String(line[..<quote].trimmingSpaces())
            let isKnown = ["msgctxt", "msgid", "msgid_plural", "msgstr"].contains(word) || word.hasPrefix("msgstr[")
            guard isKnown || word.isEmpty, let keyword = word.isEmpty ? last : word else { throw Malformed() }
            texts[keyword, default: ""] += try PortableObject.unquoted(line[quote...])
            last = keyword
        }
    }

    private static func unquoted(_ quoted: Substring) throws -> String {
        guard quoted.count >= 2, quoted.hasPrefix("\""), quoted.hasSuffix("\"") else { throw Malformed() }
        var text = ""
        var rest = quoted.dropFirst().dropLast()
        while let letter = rest.popFirst() {
            guard letter == "\\" else {
                text.append(letter)
                continue
            }
            switch rest.popFirst() {
            case "n": text.append("\n")
            case "t": text.append("\t")
            case .some(let escaped): text.append(escaped)
            case nil: throw Malformed()
            }
        }
        return text
    }
}

extension PluralRule {
    /// As gettext computes it.
    fileprivate var header: String {
        switch self {
        case .none: "nplurals=1; plural=0;"
        case .oneAndOther: "nplurals=2; plural=(n != 1);"
        case .eastSlavic:
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
        }
    }
}
