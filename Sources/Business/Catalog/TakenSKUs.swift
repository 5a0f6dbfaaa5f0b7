import Database
import Essentials

/// Which of the SKUs in some drafts belong to a variant already.
struct TakenSKUs {
    private(set) var owners: [String: (product: Product.ID, handle: String)] = [:]

    /// Until the transaction ends nobody else takes any.
    static func find(for drafts: some Sequence<ProductDraft>, in transaction: Transaction) throws -> TakenSKUs {
        let skus = drafts.flatMap { $0.variants.compactMap(\.sku) }
        var taken = TakenSKUs()
        try transaction.enter("catalog.skus")
        for piece in skus.pieces(of: 1_024) {
            try transaction.each(
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
    mutating func take(_ draft: ProductDraft, for product: Product.ID, handle: String, isNew: Bool) {
        if !isNew { owners = owners.filter { $0.value.product != product } }
        for sku in draft.variants.compactMap(\.sku) { owners[sku] = (product, handle) }
    }
}
