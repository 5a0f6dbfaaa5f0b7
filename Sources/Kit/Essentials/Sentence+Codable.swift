import Foundation

/// A sentence as it is kept until somebody reads it, in whatever language they read: its pattern, and the values in it.
///
/// A plain string is a sentence too, in the words of whoever wrote it.
extension Sentence: Codable {
    private enum CodingKeys: String, CodingKey {
        case pattern, singular, count, values
    }

    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(verbatim: text)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            pattern: try container.decode(String.self, forKey: .pattern),
            singular: try container.decodeIfPresent(String.self, forKey: .singular),
            count: try container.decodeIfPresent(Int64.self, forKey: .count),
            values: try container.decodeIfPresent([Value].self, forKey: .values) ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(pattern, forKey: .pattern)
        try container.encodeIfPresent(singular, forKey: .singular)
        try container.encodeIfPresent(count, forKey: .count)
        if !values.isEmpty { try container.encode(values, forKey: .values) }
    }

    /// What was kept of a sentence: its JSON, or words that were kept as they are.
    public init(kept text: String) {
        self = (try? JSONDecoder().decode(Sentence.self, from: Data(text.utf8))) ?? Sentence(verbatim: text)
    }

    /// JSON
    public var kept: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }
}
