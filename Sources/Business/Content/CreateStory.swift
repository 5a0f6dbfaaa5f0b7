import Database
import Essentials
import Feed
import Staff

/// Writes a story, which shoppers read at once when it is published.
/// - Throws: `StoryRefusal` for what it cannot be, `.handleTaken`, `.unknownProduct`; `StaffRefusal.forbidden` without a
///   manager's role everywhere.
@discardableResult
public func createStory(_ draft: StoryDraft, by actor: Actor, in transaction: Transaction, world: World) throws -> Story {
    try actor.require(.manager)
    let draft = try draft.validated()
    let handle = draft.handle ?? ""
    try draft.verifyProducts(in: transaction)

    let id: Story.ID = world.id()
    let kept = try transaction.rowsChanged(
        by: """
            INSERT INTO story (id, handle, kind, title, title_key, lede, body, image, image_alt, serves, minutes, version, created_at, updated_at,
                archived_at)
            VALUES (\(id), \(handle), \(draft.kind), \(draft.title), \(draft.title.folded), \(draft.lede), \(try draft.body.json()), \(draft.image?.url),
                \(draft.image?.alt ?? ""), \(draft.serves), \(draft.minutes), 1, \(world.now), \(world.now),
                \(draft.isPublished ? nil : world.now))
            ON CONFLICT (handle) DO NOTHING
            """)
    guard kept == 1 else { throw StoryRefusal.handleTaken(handle) }
    try draft.writeProducts(of: id, in: transaction)
    try StoryChanged(story: id).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("story.created", about: id, by: actor, in: transaction, world: world)
    return try Story.lock(id, in: transaction)
}
