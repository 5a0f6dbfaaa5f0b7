import Database
import Essentials
import Feed
import Staff

/// Adds a product with its variants, pictures and first prices.
///
/// Without a handle it gets one of its title, with a number behind it when that is taken.
/// - Throws: `CatalogRefusal` for what it cannot be, for a handle or SKU that another has (`handle.taken`, `sku.taken`),
///   and for prices that do not fit their list; `VariantRefusal` when it is about one of its variants;
///   `StaffRefusal.forbidden` below manager.
@discardableResult
public func createProduct(_ draft: ProductDraft, by actor: Actor, in transaction: Transaction, world: World) throws -> Product {
    try actor.require(.manager)
    let draft = try draft.validated()
    // Behind its door nobody else takes a handle or a SKU.
    let taken = try TakenSKUs.find(for: [draft], in: transaction)
    let handle = try draft.freeHandle(in: transaction)
    try taken.verify(draft)
    try draft.verifyPrices(PriceList.find(draft.variants.flatMap(\.prices.keys), in: transaction))

    let new = NewProduct(draft, handle: handle, world: world)
    try NewProduct.insert([new], by: actor.origin, in: transaction, world: world)
    return try Product.find(new.id, in: transaction)
}

extension ProductDraft {
    fileprivate func freeHandle(in reading: some Reading) throws -> String {
        guard let handle else {
            let base = title.asHandle.nonEmpty.map { String($0.prefix(100)) } ?? "product"
            return try HandleRedirect.free(base, in: "product", reading: reading)
        }
        guard try !reading.exists("SELECT 1 FROM product WHERE handle = \(handle)") else { throw CatalogRefusal.handleTaken(handle) }
        return handle
    }

    /// - Throws: `CatalogRefusal.unknownPriceList`; `VariantRefusal` for a price that does not fit its list.
    func verifyPrices(_ lists: [PriceList.ID: PriceList]) throws {
        for (index, variant) in variants.enumerated() {
            for (id, price) in variant.prices {
                guard let list = lists[id] else { throw CatalogRefusal.unknownPriceList }
                do {
                    try price.verify(for: list)
                } catch let refusal as CatalogRefusal {
                    throw VariantRefusal(index: index, reason: refusal)
                }
            }
        }
    }
}
