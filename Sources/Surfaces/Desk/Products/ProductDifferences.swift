import Catalog
import Essentials
import Web

/// Where a product's form says something else than what somebody else has saved meanwhile.
enum ProductDifferences {
    private static let names = [
        "title", "handle", "body", "vendor", "type", "tags", "status", "option1", "option2", "option3", "attributes",
    ]
    private static let variantNames = ["option1", "option2", "option3", "sku", "barcode", "grams", "image"]

    static func between(_ typed: Fields, and detail: ProductDetail) throws -> [Difference] {
        var found = Difference.between(typed, and: ProductForm.values(detail.draft, version: detail.product.version), in: names)
        let yours = (0..<ProductLimits.media).map { typed.typed("media.\($0).url") }.filter { !$0.isEmpty }.sorted()
        let theirs = detail.media.map(\.url).sorted()
        if yours != theirs {
            found.append(
                Difference(field: Chosen("media"), yours: yours.joined(separator: "\n"), theirs: theirs.joined(separator: "\n")))
        }
        for (place, variant) in detail.draft.variants.enumerated() where typed.has("variants.\(place).row") {
            let values = VariantRow.values(variant, prices: [:])
            for name in variantNames {
                let (yours, theirs) = (typed.typed("variants.\(place).\(name)"), values[name] ?? "")
                guard yours != theirs else { continue }
                found.append(Difference(field: Chosen(name), of: variant.sku ?? String(place + 1), yours: yours, theirs: theirs))
            }
        }
        return found
    }
}
