/// A template as a tree of its tags, for checks: Mustache itself says nothing about a tag that no value answers.
indirect enum TemplateTag {
    case value(String, line: Int)
    case section(String, line: Int, isInverted: Bool, [TemplateTag])
    case partial(String, line: Int)
    case layout(String, line: Int, blocks: [String: [TemplateTag]])
    case block(String, [TemplateTag])
}

extension TemplateTag {
    /// The path of names that a tag asks for, which is empty when it asks for none: `upper(first(name))` asks for `name`, `last()`
    /// for the place in a list, `.` for what is at hand.
    static func path(of tag: String) -> [Substring] {
        (tag.split(separator: "(", omittingEmptySubsequences: false).last ?? "").prefix { $0 != ")" }.split(separator: ".")
    }
}

/// Reads the tags of a template. Other delimiters than `{{ }}` are not used here, and refused.
struct TemplateParser {
    private var rest: Substring
    private var line = 1
    private let name: String

    static func parse(_ text: String, named name: String) throws -> [TemplateTag] {
        var parser = TemplateParser(rest: text[...], name: name)
        return try parser.tags(until: nil)
    }

    private init(rest: Substring, name: String) {
        self.rest = rest
        self.name = name
    }

    private mutating func tags(until end: String?) throws -> [TemplateTag] {
        var tags: [TemplateTag] = []
        while let (sign, name) = try next() {
            switch sign {
            case "/":
                guard name == end else { throw fault("“/\(name)” closes nothing") }
                return tags
            case "#", "^":
                let start = line
                tags.append(.section(name, line: start, isInverted: sign == "^", try self.tags(until: name)))
            case ">": tags.append(.partial(name, line: line))
            case "$": tags.append(.block(name, try self.tags(until: name)))
            case "<":
                let start = line
                var blocks: [String: [TemplateTag]] = [:]
                for case .block(let name, let tags) in try self.tags(until: name) { blocks[name] = tags }
                tags.append(.layout(name, line: start, blocks: blocks))
            case "!", "%": continue
            case "=": throw fault("other delimiters")
            default: tags.append(.value(name, line: line))
            }
        }
        guard end == nil else { throw fault("“\(end ?? "")” is never closed") }
        return tags
    }

    /// The next tag: its sign, or a blank for a value, and its name.
    private mutating func next() throws -> (sign: Character, name: String)? {
        guard let open = rest.firstRange(of: "{{") else { return nil }
        line += rest[..<open.lowerBound].count { $0.isNewline }
        rest = rest[open.upperBound...]
        let closing = rest.first == "{" ? "}}}" : "}}"
        guard let close = rest.firstRange(of: closing) else { throw fault("a tag is never closed") }
        var inside = rest[..<close.lowerBound]
        line += inside.count { $0.isNewline }
        rest = rest[close.upperBound...]
        var sign: Character = " "
        if let first = inside.first, "#^/>$<!%=&{".contains(first) {
            sign = first
            inside = inside.dropFirst()
        }
        return (sign == "&" || sign == "{" ? " " : sign, String(inside.filter { !$0.isWhitespace }))
    }

    private func fault(_ why: String) -> TemplateFault {
        .malformed(name, line: line, why)
    }
}
