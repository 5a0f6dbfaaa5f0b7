import Essentials

/// One thing that differs between two versions of a product.
public struct ProductDifference: Sendable, Equatable {
    /// `title`, `attributes.watts`, `variants.SH-S.grams`, `media.https://…`
    public let field: String
    /// `nil` when it was not there.
    public let before: String?
    /// `nil` when it is gone.
    public let after: String?

    public init(field: String, before: String?, after: String?) {
        self.field = field
        self.before = before
        self.after = after
    }
}

extension ProductDraft {
    /// What changed from `earlier` to this, in the order in which a page shows it; what is gone comes last.
    public func differences(from earlier: ProductDraft) -> [ProductDifference] {
        let before = earlier.values(named: [:])
        let names = Dictionary(
            earlier.variants.compactMap { variant in variant.id.map { ($0, variant.name) } }, uniquingKeysWith: { first, _ in first })
        let after = values(named: names)
        let old = Dictionary(before.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first })
        let new = Set(after.map(\.field))
        return after.filter { old[$0.field] != $0.value }.map { ProductDifference(field: $0.field, before: old[$0.field], after: $0.value) }
            + before.filter { !new.contains($0.field) }.map { ProductDifference(field: $0.field, before: $0.value, after: nil) }
    }

    /// - Parameter names: what variants were called before, so that one whose SKU changed is still the same.
    private func values(named names: [Variant.ID: String]) -> [(field: String, value: String)] {
        var values = [
            ("title", title), ("handle", handle ?? ""), ("body", body), ("vendor", vendor), ("type", type), ("status", status.rawValue),
            ("tags", tags.joined(separator: ", ")), ("options", options.joined(separator: ", ")),
        ]
        .filter { !$0.1.isEmpty }
        values += attributes.all.map { ("attributes.\($0.name)", $0.value.description) }
        for (index, variant) in variants.enumerated() {
            let name = variant.id.flatMap { names[$0] } ?? variant.name
            values += variant.values(at: index + 1).map { ("variants.\(name).\($0.field)", $0.value) }
        }
        for (index, picture) in media.enumerated() {
            values.append(("media.\(picture.url)", "\(index + 1). \(picture.alt)"))
        }
        return values
    }
}

extension VariantDraft {
    fileprivate var name: String { sku ?? options.joined(separator: " / ").nonEmpty ?? "1" }

    fileprivate func values(at position: Int) -> [(field: String, value: String)] {
        let values: [(field: String, value: String?)] = [
            ("options", options.joined(separator: " / ").nonEmpty), ("sku", sku), ("barcode", barcode), ("grams", grams.map(String.init)),
            ("taxable", String(isTaxable)), ("requiresShipping", String(requiresShipping)), ("whenSoldOut", whenSoldOut.rawValue),
            ("tracked", String(isTracked)), ("image", image), ("position", String(position)),
        ]
        return values.compactMap { field, value in value.map { (field, $0) } }
    }
}
