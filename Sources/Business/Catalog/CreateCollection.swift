import Database
import Essentials
import Feed
import Staff

/// Adds a collection; one with a rule is filled at once, and from then on whenever a product changes.
/// - Throws: `CatalogRefusal` for what it cannot be, for a rule that says nothing (`collection.rule`) and for a handle
///   that another has; `StaffRefusal.forbidden` below manager.
@discardableResult
public func createCollection(
    _ draft: CollectionDraft, by actor: Actor, in transaction: Transaction, world: World
) throws -> Collection {
    try actor.require(.manager)
    let draft = try draft.validated(lists: PriceList.all(in: transaction))
    try transaction.enter("catalog.collections")
    let handle: String
    if let wanted = draft.handle {
        guard try !transaction.exists("SELECT 1 FROM collection WHERE handle = \(wanted)") else { throw CatalogRefusal.handleTaken(wanted) }
        handle = wanted
    } else {
        let base = draft.title.asHandle.nonEmpty.map { String($0.prefix(100)) } ?? "collection"
        handle = try HandleRedirect.free(base, in: "collection", reading: transaction)
    }
    let id: Collection.ID = world.id()
    let now = world.now
    try HandleRedirect.forget([handle], of: Collection.prefix, in: transaction)
    let inserted = try transaction.rowsChanged(
        by: """
            INSERT INTO collection (id, handle, title, title_key, description, image, image_alt, sort, rule, version, created_at, updated_at)
            VALUES (\(id), \(handle), \(draft.title), \(draft.title.folded), \(draft.description), \(draft.image?.url),
                \(draft.image?.alt ?? ""), \(draft.sort), \(try draft.rule?.json()), 1, \(now), \(now))
            ON CONFLICT (handle) DO NOTHING
            """)
    guard inserted == 1 else { throw CatalogRefusal.handleTaken(handle) }
    if let rule = draft.rule { try Shelving.fill(id, by: rule, in: transaction) }
    try CollectionChanged(collection: id).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("collection.created", about: id, by: actor, in: transaction, world: world)
    return try Collection.lock(id, in: transaction)
}
