import Database

/// A BCP 47 language tag in its usual case: `de`, `de-AT`, `zh-Hant`.
public enum LanguageTag {
    /// - Throws: `CatalogRefusal.language` for what is no tag.
    static func canonical(_ text: String) throws -> String {
        guard let tag = clean(text) else { throw CatalogRefusal.language(text) }
        return tag
    }

    /// `nil` for what is no tag.
    public static func clean(_ text: String) -> String? {
        let parts = text.split(whereSeparator: { $0 == "-" || $0 == "_" })
        guard let language = parts.first, (2...3).contains(language.utf8.count), parts.count <= 4,
            parts.allSatisfy({ $0.utf8.count <= 8 && $0.utf8.allSatisfy(\.isASCIILetterOrDigit) })
        else { return nil }
        let rest = parts.dropFirst().map { part in
            switch part.utf8.count {
            case 2: part.uppercased()
            case 4: part.capitalized
            default: part.lowercased()
            }
        }
        return ([language.lowercased()] + rest).joined(separator: "-")
    }
}

/// The languages that texts are looked for in: the one asked for, then the same without its region. It writes the
/// joins that bring their translations into a statement, and reads them from its rows.
public struct TranslationChoice: Sendable {
    /// Best first; none when the original is wanted.
    let tags: [String]

    /// - Parameter language: what is asked for; `nil` for the original.
    public init(_ language: String?) {
        guard let tag = language.flatMap(LanguageTag.clean) else {
            tags = []
            return
        }
        let plain = tag.prefix { $0 != "-" }
        tags = plain == tag ? [tag] : [tag, String(plain)]
    }

    /// The best of texts that are kept by language; `nil` when there is none in a language that is looked for.
    public func best(of texts: [String: String]) -> Translated? {
        for tag in tags {
            if let text = texts[tag] { return Translated(text: text, language: tag) }
        }
        return nil
    }

    /// The translated fields, each as many columns as there are tags.
    public func columns(_ fields: String...) -> SQL {
        guard !tags.isEmpty else { return "NULL" }
        let names = fields.flatMap { field in tags.indices.map { "t\($0).\(field)" } }
        return SQL(stringLiteral: names.joined(separator: ", "))
    }

    /// - Parameters:
    ///   - table: keeps a row for each language, with a column `language`.
    ///   - owner: its column that names what is translated.
    ///   - key: the id of that in the statement.
    public func joins(table: SQL, owner: SQL, of key: SQL) -> SQL {
        var sql: SQL = ""
        for (index, tag) in tags.enumerated() {
            let name = SQL(stringLiteral: "t\(index)")
            sql += "LEFT JOIN \(sql: table) \(sql: name) ON \(sql: name).\(sql: owner) = \(sql: key) AND \(sql: name).language = \(tag)\n"
        }
        return sql
    }

    /// Reads the columns of one row, field by field, in the order in which `columns` names them.
    public func translations(of count: Int, from row: inout Row) throws -> [Translated?] {
        guard !tags.isEmpty else {
            row.skip()
            return Array(repeating: nil, count: count)
        }
        return try (0..<count).map { _ in
            var best: Translated?
            for tag in tags {
                let text: String? = try row.next()
                if best == nil, let text { best = Translated(text: text, language: tag) }
            }
            return best
        }
    }
}

/// A text that shoppers read, and the language that it is really in.
public struct Translated: Sendable, Hashable {
    public let text: String
    /// The language of a translation; `nil` for the original, which stands in where a translation is missing. A page
    /// marks it with the language of the shop's texts.
    public let language: String?

    public init(text: String, language: String?) {
        self.text = text
        self.language = language
    }

    public static func original(_ text: String) -> Translated { Translated(text: text, language: nil) }
    public var isFallback: Bool { language == nil }
}

/// Translations of a product's shorter texts by what they are in the original: the names and values of its options and
/// attributes, what its pictures show; `Small` → `Klein`. What is not among them stays as it is.
public struct Words: Sendable, Hashable {
    /// What a picture shows may be a sentence or two.
    private static let longestText = 4_096

    public private(set) var pairs: [String: String]

    public init(_ pairs: [String: String] = [:]) {
        self.pairs = pairs
    }

    init(json: String?) {
        pairs = [:]
        guard let json, json != "{}", let values = try? AttributeText.read(json) else { return }
        for case (let word, .text(let translation)) in values { pairs[word] = translation }
    }

    public subscript(word: String) -> String { pairs[word] ?? word }

    /// A text and the language that it is really in.
    /// - Parameter language: that of the translation.
    public func translated(_ text: String, into language: String?) -> Translated {
        pairs[text].map { Translated(text: $0, language: language) } ?? .original(text)
    }

    /// - Throws: `CatalogRefusal.attributes` for a word without letters.
    func json() throws -> String {
        try AttributeText.canonical(pairs.map { ($0.key, .text($0.value)) }, longestName: Self.longestText)
    }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}
