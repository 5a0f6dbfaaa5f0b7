import Catalog
import Database
import Essentials
import Staff

/// A story as a page shows it; one that is not published is not found.
public struct StoryDetail: Sendable, Equatable {
    public let story: Story
    /// In the language that was asked for, or the original; `Translated.language` says which.
    public let title: Translated
    public let lede: Translated
    public let body: [StoryBlock]
    /// The language that the body is really in; `nil` for the original.
    public let bodyLanguage: String?

    /// - Returns: `nil` when there is no story of that handle.
    public static func find(handle: String, language: String? = nil, in reading: some Reading) throws -> StoryDetail? {
        try find(where: "s.handle = \(handle) AND s.archived_at IS NULL", language: language, limit: 1, in: reading).first
    }

    /// The same for somebody who looks at it before shoppers do.
    /// - Throws: `StaffRefusal.forbidden` without a manager's role everywhere.
    public static func preview(handle: String, language: String? = nil, by actor: Actor, in reading: some Reading) throws -> StoryDetail? {
        try actor.require(.manager)
        return try find(where: "s.handle = \(handle)", language: language, limit: 1, in: reading).first
    }

    /// The newest first.
    public static func latest(limit: Int, language: String? = nil, in reading: some Reading) throws -> [StoryDetail] {
        try find(where: "s.archived_at IS NULL", language: language, limit: limit, in: reading)
    }

    /// Those that link to a product, the newest first.
    public static func about(
        _ product: Product.ID, limit: Int, language: String? = nil, in reading: some Reading
    ) throws -> [StoryDetail] {
        try find(
            where: "s.archived_at IS NULL AND s.id IN (SELECT story FROM story_product WHERE product = \(product))", language: language,
            limit: limit, in: reading)
    }

    private static func find(where condition: SQL, language: String?, limit: Int, in reading: some Reading) throws -> [StoryDetail] {
        let tongue = TranslationChoice(language)
        return try reading.rows(
            """
            SELECT \(sql: Story.columns), \(sql: tongue.columns("title", "lede", "body")) FROM story s
            \(sql: tongue.joins(table: "story_translation", owner: "story", of: "s.id"))
            WHERE \(sql: condition) ORDER BY s.created_at DESC, s.id DESC LIMIT \(limit)
            """
        ) { row in
            let story = try Story(row: &row)
            let texts = try tongue.translations(of: 3, from: &row)
            return StoryDetail(
                story: story, title: texts[0] ?? .original(story.title), lede: texts[1] ?? .original(story.lede),
                body: try texts[2].map { try [StoryBlock](json: $0.text) } ?? story.body, bodyLanguage: texts[2]?.language)
        }
    }
}

extension Story {
    /// The products that a story links to, in its order.
    public static func products(of story: ID, in reading: some Reading) throws -> [Product.ID] {
        try reading.values("SELECT product FROM story_product WHERE story = \(story) ORDER BY position", as: Product.ID.self)
    }
}
