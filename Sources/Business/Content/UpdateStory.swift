import Database
import Essentials
import Feed
import Staff

/// Changes a story to what the draft says, but for its handle: one that is not published leaves the shop, and comes back by
/// being published again.
/// - Parameter seen: the version that the person looked at.
/// - Throws: `StoryRefusal.stale`, `.unknown`; what `createStory` throws.
@discardableResult
public func updateStory(
    _ id: Story.ID, to draft: StoryDraft, seen: Int64, by actor: Actor, in transaction: Transaction, world: World
) throws -> Story {
    try actor.require(.manager)
    let before = try Story.lock(id, in: transaction)
    try before.verify(seen: seen)
    let draft = try draft.validated()
    try draft.verifyProducts(in: transaction)
    try transaction.run(
        """
        UPDATE story SET kind = \(draft.kind), title = \(draft.title), title_key = \(draft.title.folded), lede = \(draft.lede), body = \(try draft.body.json()),
            image = \(draft.image?.url), image_alt = \(draft.image?.alt ?? ""), serves = \(draft.serves), minutes = \(draft.minutes),
            version = version + 1, updated_at = \(world.now),
            archived_at = \(draft.isPublished ? nil : before.archivedAt ?? world.now)
        WHERE id = \(id)
        """)
    try draft.writeProducts(of: id, in: transaction)
    try StoryChanged(story: id).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("story.changed", about: id, by: actor, in: transaction, world: world)
    return try Story.lock(id, in: transaction)
}
