import Catalog
import Database
import Essentials
import Web

/// A variant as pages about its stock name it.
struct VariantName: Shown {
    let variant: Variant
    let product: Product

    /// - Throws: `CatalogRefusal.unknownVariant`.
    init(_ id: Variant.ID, in snapshot: some Reading) throws {
        guard let variant = try Variant.find([id], in: snapshot)[id] else { throw CatalogRefusal.unknownVariant }
        self.variant = variant
        product = try Product.find(variant.product, in: snapshot)
    }

    private init(_ variant: Variant, _ product: Product) {
        self.variant = variant
        self.product = product
    }

    /// Several, in two statements.
    static func of(_ ids: [Variant.ID], in snapshot: some Reading) throws -> [Variant.ID: VariantName] {
        let variants = try Variant.find(Array(Set(ids)), in: snapshot)
        let products = try Product.find(Array(Set(variants.values.map(\.product))), in: snapshot)
        return variants.compactMapValues { variant in products[variant.product].map { VariantName(variant, $0) } }
    }

    static let answers: Answers = [
        "variantID": \.variant.id.description, "productID": \.product.id.description, "product": \.product.title,
        "variant": { $0.variant.title.isEmpty ? nil : $0.variant.title }, "sku": \.variant.sku, "isTracked": \.variant.isTracked,
    ]
}
