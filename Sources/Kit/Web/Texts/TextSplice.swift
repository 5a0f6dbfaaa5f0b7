/// A text as it stands in a template: `[[Your cart]]`, `[[1 product||{{total}} products]]`, `[[From|lowest price]]`.
///
/// Behind one bar stands a note for whoever translates, which also tells texts apart that are the same in English. Two
/// bars part what is said of one from what is said of many; the first tag of the latter holds the number.
struct MarkedText: Equatable {
    let text: String
    var many: String?
    var note: String?

    var key: TextKey { TextKey(text: many ?? text, note: note) }

    init(_ inside: Substring) {
        var rest = inside
        if let bars = rest.firstRange(of: "||") {
            text = String(rest[..<bars.lowerBound])
            rest = rest[bars.upperBound...]
            let (words, note) = Self.parted(rest)
            many = words
            self.note = note
        } else {
            (text, note) = Self.parted(rest)
        }
    }

    private static func parted(_ text: Substring) -> (words: String, note: String?) {
        guard let bar = text.firstIndex(of: "|") else { return (String(text), nil) }
        return (String(text[..<bar]), String(text[text.index(after: bar)...]))
    }

    /// Every text of a template, and what stands between them.
    static func parts(of template: String) -> [Part] {
        var parts: [Part] = []
        var rest = template[...]
        while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
            parts.append(.between(rest[..<open.lowerBound]))
            parts.append(.text(MarkedText(rest[open.upperBound..<close.lowerBound])))
            rest = rest[close.upperBound...]
        }
        return parts + [.between(rest)]
    }

    enum Part: Equatable {
        case between(Substring)
        case text(MarkedText)
    }
}

extension Catalogue {
    /// The template with its texts in this language, so that a page costs no more than if it had been written in it.
    func spliced(_ template: String) -> String {
        guard template.utf8.contains(UInt8(ascii: "[")) else { return template }
        return MarkedText.parts(of: template).map { part in
            switch part {
            case .between(let text): String(text)
            case .text(let marked): spoken(marked)
            }
        }.joined()
    }

    private func spoken(_ marked: MarkedText) -> String {
        guard let many = marked.many else {
            return text(marked.key).map { TextMarkup.escaped($0, allowing: marked.text) } ?? marked.text
        }
        guard let number = TextMarkup.tags(in: many).first else { return many }
        let translated = forms(marked.key)?.mapValues { TextMarkup.escaped($0, allowing: many) }
        let shown = translated ?? [.one: marked.text, .other: many]
        let isOurs = translated != nil || rule.forms == [.one, .other]
        let path = number.name == "." ? "." : number.name + "."
        return PluralForm.allCases.compactMap { form in
            shown[form].map { text in
                let text = text.replacing(number.whole, with: "{{\(path)said}}")
                // English words go by the English rule in whatever language they are read.
                let name = isOurs ? form.rawValue : "source-" + form.rawValue
                return "{{#\(path)\(name)}}\(text){{/\(path)\(name)}}"
            }
        }.joined()
    }
}

/// A text's tags and markup, which a translation may move about but not make up.
enum TextMarkup {
    struct Tag: Equatable {
        /// `{{total}}`
        let whole: Substring
        let name: String
    }

    /// The tags of values, not those of sections.
    static func tags(in text: String) -> [Tag] {
        pieces(text).compactMap { piece in
            guard case .tag(let whole) = piece else { return nil }
            let name = whole.dropFirst(2).dropLast(2).filter { !$0.isWhitespace }
            return name.first.map { "#^/>".contains($0) } == false ? Tag(whole: whole, name: String(name)) : nil
        }
    }

    /// A translation as HTML: tags and markup that the text has too stay what they are, everything else is text.
    static func escaped(_ translation: String, allowing source: String) -> String {
        let allowed = Set(marks(in: source))
        return pieces(translation).map { piece in
            switch piece {
            case .words(let words): HTMLText.escape(String(words))
            case .tag(let mark), .markup(let mark):
                allowed.contains(mark) ? String(mark) : HTMLText.escape(mark.filter { $0 != "{" && $0 != "}" })
            }
        }.joined()
    }

    /// All tags and markup, sorted: a translation has the same as the text.
    static func marks(in text: String) -> [Substring] {
        pieces(text).compactMap { piece in
            switch piece {
            case .words: nil
            case .tag(let mark), .markup(let mark): mark
            }
        }.sorted()
    }

    private enum Piece {
        case words(Substring)
        case tag(Substring)
        case markup(Substring)
    }

    private static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let start = rest.firstIndex(where: { $0 == "{" || $0 == "<" }) {
            let isTag = rest[start...].hasPrefix("{{")
            guard isTag || rest[start] == "<", let end = rest[start...].firstRange(of: isTag ? "}}" : ">") else {
                let after = rest.index(after: start)
                pieces.append(.words(rest[..<after]))
                rest = rest[after...]
                continue
            }
            if start > rest.startIndex { pieces.append(.words(rest[..<start])) }
            let mark = rest[start..<end.upperBound]
            pieces.append(isTag ? .tag(mark) : .markup(mark))
            rest = rest[end.upperBound...]
        }
        return rest.isEmpty ? pieces : pieces + [.words(rest)]
    }
}
