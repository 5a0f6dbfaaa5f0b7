/// What a product is like, beyond the fields that every product has: named values of three kinds.
///
/// They are kept as one JSON object in canonical form, sorted by name, so that equal attributes are equal
/// text; the values are read out of it when somebody asks for them.
public struct Attributes: Hashable, Sendable {
    /// `{"colour":"Black","depth":285,"wireless":false}`
    public let json: String

    public static let none = Attributes(canonical: "{}")

    /// - Throws: `CatalogRefusal.attributes` for a name that is empty, too long or there twice, for too many, and for
    ///   a number that is none.
    public init(_ values: [(name: String, value: AttributeValue)]) throws {
        self.init(canonical: try AttributeText.canonical(values))
    }

    /// Reads a JSON object of texts, numbers and booleans. What is null has no value and is left out.
    /// - Throws: `CatalogRefusal.attributes` for anything else.
    public init(json text: String) throws {
        guard !text.isEmpty, text != "{}" else {
            self = .none
            return
        }
        try self.init(AttributeText.read(text))
    }

    /// From the database, which only holds what `init(json:)` made.
    init(canonical json: String) {
        self.json = json
    }

    public var isEmpty: Bool { json == "{}" }

    /// All of them, sorted by name.
    public var all: [(name: String, value: AttributeValue)] {
        (try? AttributeText.read(json)) ?? []
    }

    public subscript(name: String) -> AttributeValue? {
        all.first { $0.name == name }?.value
    }
}

/// A text, a number or yes and no.
public enum AttributeValue: Hashable, Sendable {
    case text(String)
    /// 64 bits of floating point: measures, not money.
    case number(Double)
    case boolean(Bool)
}

extension AttributeValue: CustomStringConvertible {
    public var description: String {
        switch self {
        case .text(let text): text
        case .number(let number): AttributeText.plain(number)
        case .boolean(let flag): flag ? "true" : "false"
        }
    }
}

extension Attributes: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(json: decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(json)
    }
}
