import Foundation
import Mustache

/// What an ES module says, as JSON by its English words: a text, or the forms of one that counts. It stands in a page as
/// data, `<script type="application/json">{{{texts}}}</script>`, so a `<` is written in a way that can end nothing.
public struct ScriptTexts: Sendable, MustacheCustomRenderable {
    public let json: String

    public var renderText: String { json }
    public var isNull: Bool { false }
}

extension Texts {
    /// Everything that a module says, in one language.
    public func script(in language: String) -> ScriptTexts {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = (try? encoder.encode(catalogue(language).script)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return ScriptTexts(json: json.replacing("<", with: "\\u003c"))
    }
}

/// A text of a module: one, or one for each form.
enum ScriptText: Encodable {
    case one(String)
    case forms([String: String])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .one(let text): try container.encode(text)
        case .forms(let forms): try container.encode(forms)
        }
    }
}
