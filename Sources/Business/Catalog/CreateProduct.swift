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
    let handle = try draft.freeHandle(in: transaction)
    try TakenSKUs.find(for: [draft], in: transaction).verify(draft)
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

/// Which of the SKUs in some drafts belong to a variant already.
struct TakenSKUs {
    private(set) var owners: [String: (product: Product.ID, handle: String)] = [:]

    static func find(for drafts: some Sequence<ProductDraft>, in reading: some Reading) throws -> TakenSKUs {
        let skus = drafts.flatMap { $0.variants.compactMap(\.sku) }
        var taken = TakenSKUs()
        for piece in skus.pieces(of: 1_024) {
            try reading.each(
                """
                SELECT v.sku, v.product, p.handle FROM variant v JOIN product p ON p.id = v.product
                WHERE v.sku IN \(list: piece) AND v.archived_at IS NULL
                """
            ) { row in
                let sku: String = try row.next()
                taken.owners[sku] = (try row.next(), try row.next())
            }
        }
        return taken
    }

    /// - Parameter own: the product that the draft changes; its own SKUs are not taken.
    /// - Throws: `VariantRefusal` with `sku.taken`.
    func verify(_ draft: ProductDraft, own: Product.ID? = nil) throws {
        for (index, variant) in draft.variants.enumerated() {
            guard let sku = variant.sku, let owner = owners[sku], owner.product != own else { continue }
            throw VariantRefusal(index: index, reason: .skuTaken(sku, by: owner.handle))
        }
    }

    /// What a product has from now on, for the drafts that are looked at after it.
    mutating func take(_ draft: ProductDraft, for product: Product.ID, handle: String) {
        owners = owners.filter { $0.value.product != product }
        for sku in draft.variants.compactMap(\.sku) { owners[sku] = (product, handle) }
    }
}
