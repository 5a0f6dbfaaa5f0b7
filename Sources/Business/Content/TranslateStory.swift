import Catalog
import Database
import Essentials
import Feed
import Staff

/// Sets a story's texts in another language; what is `nil` is shown in the original, and without any the language is taken
/// away.
/// - Throws: `StoryRefusal.language`, `.unknown`, `.tooLong`; `StaffRefusal.forbidden` without a manager's role everywhere.
public func translateStory(
    _ id: Story.ID, into language: String, title: String?, lede: String?, body: [StoryBlock]?, by actor: Actor,
    in transaction: Transaction, world: World
) throws {
    try actor.require(.manager)
    _ = try Story.lock(id, in: transaction)
    guard let tag = LanguageTag.clean(language) else { throw StoryRefusal.language }
    let (title, lede) = (said(title), said(lede))
    for (field, text) in [("title", title), ("lede", lede)] where text?.utf8.count ?? 0 > StoryDraft.mostTitle {
        throw StoryRefusal.tooLong(field: field, limit: StoryDraft.mostTitle)
    }
    if title == nil, lede == nil, body == nil {
        try transaction.run("DELETE FROM story_translation WHERE story = \(id) AND language = \(tag)")
    } else {
        try transaction.run(
            """
            INSERT INTO story_translation (story, language, title, lede, body, updated_at)
            VALUES (\(id), \(tag), \(title), \(lede), \(try body?.json()), \(world.now))
            ON CONFLICT (story, language) DO UPDATE SET title = EXCLUDED.title, lede = EXCLUDED.lede, body = EXCLUDED.body,
                updated_at = EXCLUDED.updated_at
            """)
    }
    try StoryChanged(story: id).record(by: actor.origin, in: transaction, world: world)
}

private func said(_ text: String?) -> String? {
    guard let words = text?.trimmed, !words.isEmpty else { return nil }
    return words
}
