import Database
import Essentials
import Staff

/// Takes a product out of the shop for good: nobody can buy it any more, and orders, stock and its history keep it.
/// Archiving it twice changes nothing; `updateProduct` brings it back.
/// - Throws: `CatalogRefusal.unknownProduct`, `.stale`; `StaffRefusal.forbidden` below manager.
@discardableResult
public func archiveProduct(
    _ id: Product.ID, seen: Int64, by actor: Actor, in transaction: Transaction, world: World
) throws -> Product {
    try actor.require(.manager)
    let product = try Product.lock(id, in: transaction)
    guard product.status != .archived else { return product }
    try product.verify(seen: seen)
    var draft = try ProductDetail.find(id, on: nil, in: transaction).draft
    draft.status = .archived
    return try changeProduct(id, to: draft, by: actor, in: transaction, world: world)
}
