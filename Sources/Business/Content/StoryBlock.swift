import Foundation

/// One piece of a story, as `{"text": "…"}`, `{"heading": "…"}`, `{"ingredients": ["…"]}` or `{"steps": ["…"]}`.
public enum StoryBlock: Sendable, Hashable {
    /// A paragraph; HTML may stand in it.
    case text(String)
    case heading(String)
    case ingredients([String])
    /// What is done, in its order.
    case steps([String])
}

extension StoryBlock: Codable {
    private enum CodingKeys: String, CodingKey {
        case text, heading, ingredients, steps
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        if let text = try values.decodeIfPresent(String.self, forKey: .text) {
            self = .text(text)
        } else if let heading = try values.decodeIfPresent(String.self, forKey: .heading) {
            self = .heading(heading)
        } else if let ingredients = try values.decodeIfPresent([String].self, forKey: .ingredients) {
            self = .ingredients(ingredients)
        } else {
            self = .steps(try values.decode([String].self, forKey: .steps))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .text(let text): try values.encode(text, forKey: .text)
        case .heading(let heading): try values.encode(heading, forKey: .heading)
        case .ingredients(let ingredients): try values.encode(ingredients, forKey: .ingredients)
        case .steps(let steps): try values.encode(steps, forKey: .steps)
        }
    }
}

extension [StoryBlock] {
    init(json: String) throws {
        self = try JSONDecoder().decode([StoryBlock].self, from: Data(json.utf8))
    }

    /// As the database keeps them.
    /// - Throws: `StoryRefusal.tooLong`.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(self), as: UTF8.self)
        guard json.utf8.count <= StoryDraft.mostBody else { throw StoryRefusal.tooLong(field: "body", limit: StoryDraft.mostBody) }
        return json
    }
}
