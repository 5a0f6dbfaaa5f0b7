import Database
import Essentials
import Feed
import Staff

/// Takes a story out of the shop; nobody reads it until it is changed again. Archiving it twice changes nothing.
/// - Throws: `StoryRefusal.unknown`, `.stale`; `StaffRefusal.forbidden` without a manager's role everywhere.
public func archiveStory(_ id: Story.ID, seen: Int64, by actor: Actor, in transaction: Transaction, world: World) throws {
    try actor.require(.manager)
    let story = try Story.lock(id, in: transaction)
    guard story.archivedAt == nil else { return }
    try story.verify(seen: seen)
    try transaction.run("UPDATE story SET archived_at = \(world.now), updated_at = \(world.now), version = version + 1 WHERE id = \(id)")
    try StoryChanged(story: id).record(by: actor.origin, in: transaction, world: world)
}
