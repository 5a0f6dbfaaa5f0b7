import Database
import Essentials
import Feed
import Staff

/// Takes a collection out of the shop; its products stay. Archiving it twice changes nothing.
/// - Throws: `CatalogRefusal.unknownCollection`, `.stale`; `StaffRefusal.forbidden` below manager.
public func archiveCollection(
    _ id: Collection.ID, seen: Int64, by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.manager)
    let collection = try Collection.lock(id, in: transaction)
    guard collection.archivedAt == nil else { return }
    try collection.verify(seen: seen)
    try transaction.run(
        "UPDATE collection SET archived_at = \(world.now), updated_at = \(world.now), version = version + 1 WHERE id = \(id)")
    try Shelving.clear(id, in: transaction)
    try CollectionChanged(collection: id).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("collection.archived", about: id, by: actor, in: transaction, world: world)
}
