import Database
import Essentials
import Feed
import Staff

/// Takes products out of a collection that is filled by hand. What is not in it is passed over.
/// - Throws: `CatalogRefusal.filledByRule`, `.unknownCollection`; `StaffRefusal.forbidden` below manager.
public func removeFromCollection(
    _ id: Collection.ID, _ products: [Product.ID], by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.manager)
    _ = try Collection.lockForHand(id, in: transaction)
    try Product.lock(products, in: transaction)
    var removed = 0
    for piece in products.pieces(of: 1_024) {
        removed += try transaction.rowsChanged(by: "DELETE FROM collection_product WHERE collection = \(id) AND product IN \(list: piece)")
    }
    guard removed > 0 else { return }
    try Shelving.refresh(products, in: transaction)
    try CollectionChanged(collection: id).record(by: actor.origin, in: transaction, world: world)
}
