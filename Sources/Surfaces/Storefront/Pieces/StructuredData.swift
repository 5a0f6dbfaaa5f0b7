import Catalog
import Foundation
import Mustache
import Web

/// What a page shows, said for programs: JSON-LD with the words of schema.org. It stands in a `<script>` that is data, so a
/// `<` is written in a way that can end nothing.
struct StructuredData: Sendable, Equatable {
    let json: String

    init(_ value: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        json = text.utf8.contains(UInt8(ascii: "<")) ? text.replacing("<", with: "\\u003c") : text
    }
}

extension StructuredData: MustacheCustomRenderable {
    var renderText: String { json }
    var isNull: Bool { false }
}

/// A thing of schema.org: its kind and what is said of it.
struct Thing: Encodable {
    /// A text, a number, another thing, or several.
    enum Value: Encodable {
        case text(String)
        case number(Double)
        case thing(Thing)
        case several([Value])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .thing(let thing): try container.encode(thing)
            case .several(let values): try container.encode(values)
            }
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private let values: [String: Value]

    /// - Parameter isWhole: it stands by itself, not inside another thing.
    init(_ type: String, isWhole: Bool = false, _ properties: [String: Value?]) {
        var values = properties.compactMapValues { $0 }
        values["@type"] = .text(type)
        if isWhole { values["@context"] = .text("https://schema.org") }
        self.values = values
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (name, value) in values { try container.encode(value, forKey: Key(stringValue: name)) }
    }
}
