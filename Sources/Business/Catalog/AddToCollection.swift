import Database
import Essentials
import Feed
import Staff

/// Puts products at the end of a collection that is filled by hand, in this order. What is in it stays where it is.
/// - Throws: `CatalogRefusal.filledByRule`, `.unknownCollection`, `.unknownProduct`; `StaffRefusal.forbidden` below manager.
public func addToCollection(
    _ id: Collection.ID, _ products: [Product.ID], by actor: Actor, in transaction: Transaction, world: World
) throws {
    try actor.require(.manager)
    _ = try Collection.lockForHand(id, in: transaction)
    try Product.lock(products, in: transaction)
    var known: Set<Product.ID> = []
    for piece in products.pieces(of: 1_024) {
        known.formUnion(try transaction.values("SELECT id FROM product WHERE id IN \(list: piece)", as: Product.ID.self))
    }
    guard products.allSatisfy(known.contains) else { throw CatalogRefusal.unknownProduct }
    let present = try Set(Collection.products(of: id, in: transaction))
    var seen = present
    let added = products.filter { seen.insert($0).inserted }
    guard !added.isEmpty else { return }

    let last = try transaction.value("SELECT MAX(position) FROM collection_product WHERE collection = \(id)", as: Int64.self) ?? 0
    try transaction.insert(
        "INSERT INTO collection_product (collection, product, position) VALUES",
        added.enumerated().map { "(\(id), \($1), \(last + 1 + Int64($0)))" })
    try Shelving.refresh(added, in: transaction)
    try CollectionChanged(collection: id).record(by: actor.origin, in: transaction, world: world)
}
