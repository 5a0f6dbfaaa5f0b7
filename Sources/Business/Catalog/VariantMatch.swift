import Database
import Essentials

/// Finds out which variant of a product each variant of a draft is, so that stock and orders keep what they refer to.
struct VariantMatch {
    private let before: ProductDetail

    init(_ before: ProductDetail) {
        self.before = before
    }

    /// Gives every draft an id: its own, else that of the variant with its SKU, else of the one with its options, else of
    /// an archived one with either, which comes back; else a new one.
    /// - Returns: the new ones.
    /// - Throws: `CatalogRefusal.unknownVariant` for an id that is no variant of this product.
    func identify(_ drafts: inout [VariantDraft], in transaction: Transaction, world: World) throws -> Set<Variant.ID> {
        try match(&drafts, with: before.variants)
        let known = Set(before.variants.map(\.id))
        if drafts.contains(where: { $0.id.map { !known.contains($0) } ?? true }) {
            let archived = try transaction.rows(
                """
                SELECT \(sql: Variant.columns) FROM variant v
                WHERE v.product = \(before.product.id) AND v.archived_at IS NOT NULL ORDER BY v.archived_at DESC
                """, as: Variant.self)
            try match(&drafts, with: archived)
            let all = known.union(archived.map(\.id))
            guard drafts.allSatisfy({ $0.id.map(all.contains) ?? true }) else { throw CatalogRefusal.unknownVariant }
        }
        var new: Set<Variant.ID> = []
        for index in drafts.indices where drafts[index].id == nil {
            let id: Variant.ID = world.id()
            drafts[index].id = id
            new.insert(id)
        }
        return new
    }

    private func match(_ drafts: inout [VariantDraft], with variants: [Variant]) throws {
        var taken = Set(drafts.compactMap(\.id))
        guard taken.count == drafts.count(where: { $0.id != nil }) else { throw CatalogRefusal.unknownVariant }
        func give(_ key: (Variant) -> [String]?, _ draftKey: (VariantDraft) -> [String]?) {
            let free = variants.filter { !taken.contains($0.id) }
            var byKey: [[String]: Variant.ID] = [:]
            for variant in free {
                if let key = key(variant), byKey[key] == nil { byKey[key] = variant.id }
            }
            for index in drafts.indices where drafts[index].id == nil {
                guard let key = draftKey(drafts[index]), let id = byKey.removeValue(forKey: key) else { continue }
                drafts[index].id = id
                taken.insert(id)
            }
        }
        guard drafts.contains(where: { $0.id == nil }) else { return }
        give({ $0.sku.map { [$0] } }, { $0.sku.map { [$0] } })
        guard drafts.contains(where: { $0.id == nil }) else { return }
        give({ $0.options }, { $0.options })
    }
}
