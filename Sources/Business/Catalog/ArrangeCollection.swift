import Database
import Essentials
import Feed
import Staff

/// Puts the products of a collection that is filled by hand into this order. Those that are not named follow in the
/// order that they had; those that are not in it are passed over.
/// - Throws: `CatalogRefusal.filledByRule`, `.unknownCollection`; `StaffRefusal.forbidden` below manager.
public func arrangeCollection(
    _ id: Collection.ID, _ order: [Product.ID], by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.manager)
    _ = try Collection.lockForHand(id, in: transaction)
    let before = try Collection.products(of: id, in: transaction)
    var left = Set(before)
    let named = order.filter { left.remove($0) != nil }
    let after = named + before.filter(left.contains)
    guard after != before else { return }
    try Shelving.arrange(id, after, in: transaction)
    try Shelving.restock(id, in: transaction)
    try CollectionChanged(collection: id).record(by: actor.origin, in: transaction, world: world)
}
