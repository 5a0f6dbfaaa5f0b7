import Database
import Essentials
import Feed
import Staff

/// Changes a collection to what the draft says; an archived one comes back by it.
///
/// A collection that gets a rule loses what a hand put into it and the rule does not hold for; one that loses its rule
/// keeps its products, arranged by title.
/// - Parameter seen: the version that the person looked at.
/// - Throws: `CatalogRefusal.stale`, `.unknownCollection`; what `createCollection` throws.
@discardableResult
public func updateCollection(
    _ id: Collection.ID, to draft: CollectionDraft, seen: Int64, by actor: Actor, in transaction: Transaction, world: World
) throws -> Collection {
    try actor.require(.manager)
    let before = try Collection.lock(id, in: transaction)
    try before.verify(seen: seen)
    var draft = try draft.validated(lists: PriceList.all(in: transaction))
    let handle = draft.handle ?? before.handle
    draft.handle = handle
    guard draft != before.draft || before.archivedAt != nil else { return before }

    if handle != before.handle {
        guard try !transaction.exists("SELECT 1 FROM collection WHERE handle = \(handle)") else { throw CatalogRefusal.handleTaken(handle) }
        try HandleRedirect.forget([handle], of: Collection.prefix, in: transaction)
        try HandleRedirect.keep(before.handle, for: id, in: transaction)
    }
    try before.write(draft, handle: handle, at: world.now, in: transaction)
    if let rule = draft.rule, rule != before.rule || before.archivedAt != nil {
        try Shelving.fill(id, by: rule, in: transaction)
    } else if draft.rule == nil, before.rule != nil || before.archivedAt != nil {
        if before.rule != nil { try Shelving.arrangeByTitle(id, in: transaction) }
        try Shelving.restock(id, in: transaction)
    }
    try CollectionChanged(collection: id).record(by: actor.origin, in: transaction, world: world)
    try Audit.record("collection.changed", about: id, by: actor, in: transaction, world: world)
    return try Collection.lock(id, in: transaction)
}
