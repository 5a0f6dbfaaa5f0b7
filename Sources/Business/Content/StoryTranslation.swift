import Database
import Essentials

/// A story's texts in another language; what is `nil` is shown in the original.
public struct StoryTranslation: Sendable, Equatable {
    public let title: String?
    public let lede: String?
    public let body: [StoryBlock]?

    /// By language, in one statement.
    public static func of(_ story: Story.ID, in reading: some Reading) throws -> [String: StoryTranslation] {
        let found = try reading.rows("SELECT language, title, lede, body FROM story_translation WHERE story = \(story)") { row in
            let language: String = try row.next()
            let (title, lede): (String?, String?) = try (row.next(), row.next())
            let body = try row.next(String?.self).map { try [StoryBlock](json: $0) }
            return (language, StoryTranslation(title: title, lede: lede, body: body))
        }
        return Dictionary(uniqueKeysWithValues: found)
    }
}
