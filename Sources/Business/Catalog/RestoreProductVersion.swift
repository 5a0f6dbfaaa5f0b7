import Database
import Essentials
import Staff

/// Makes a product what it was at an earlier version. That is a new version with the old content: nothing is lost by it.
///
/// Variants that were archived since come back, and those that came since are archived. Prices stay as they are.
/// - Parameter seen: the version that the person looked at.
/// - Throws: `CatalogRefusal.unknownVersion`, `.unknownProduct`, `.stale`; `handle.taken` or `sku.taken` when something
///   else has taken what it had; `StaffRefusal.forbidden` below manager.
@discardableResult
public func restoreProduct(
    _ id: Product.ID, to version: Int64, seen: Int64, by actor: Actor, in transaction: Transaction, world: World
) throws -> Product {
    try actor.require(.manager)
    try Product.lock(id, in: transaction).verify(seen: seen)
    let earlier = try ProductVersion.find(version, of: id, in: transaction)
    return try changeProduct(id, to: earlier.content, by: actor, in: transaction, world: world)
}
