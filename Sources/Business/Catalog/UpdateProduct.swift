import Database
import Essentials
import Feed
import Staff

/// Changes a product to what the draft says: take `ProductDetail.draft`, change it, hand it back.
///
/// Variants that the draft leaves out are archived; those without an id are matched by SKU and by options, so that stock
/// and orders keep their variant. Nothing is written, and no version made, when nothing differs.
/// - Parameter seen: the version that the person looked at.
/// - Throws: `CatalogRefusal.stale` when it has changed since; `.unknownProduct`; what `createProduct` throws.
@discardableResult
public func updateProduct(
    _ id: Product.ID, to draft: ProductDraft, seen: Int64, by actor: Actor, in transaction: Transaction, world: World
) throws -> Product {
    try actor.require(.manager)
    try Product.lock(id, in: transaction).verify(seen: seen)
    return try changeProduct(id, to: draft, by: actor, in: transaction, world: world)
}

/// The common end of the verbs that change a product that is locked.
func changeProduct(
    _ id: Product.ID, to draft: ProductDraft, by actor: Actor, in transaction: Transaction, world: World
) throws -> Product {
    let before = try ProductDetail.find(id, on: nil, in: transaction)
    let draft = try draft.validated()
    try TakenSKUs.find(for: [draft], in: transaction).verify(draft, own: id)
    let lists = try PriceList.find(draft.variants.flatMap(\.prices.keys), in: transaction)
    try draft.verifyPrices(lists)

    let change = try ProductChange(draft, over: before, by: actor.origin, in: transaction, world: world)
    guard try change.write(lists: lists, in: transaction) else { return before.product }
    try Shelving.refresh([id], in: transaction)
    return try Product.find(id, in: transaction)
}
