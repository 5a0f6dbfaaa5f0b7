import Essentials

extension ProductColumns {
    /// Whether the file leaves out columns whose values an existing product keeps.
    var arePartial: Bool {
        !([.body, .vendor, .type, .tags, .status, .option1Name, .option1Value, .attributes, .imageSource] + Self.ofVariants).allSatisfy(has)
    }

    private static let ofVariants: [ProductField] = [
        .sku, .grams, .tracker, .policy, .compareAt, .requiresShipping, .taxable, .barcode, .variantImage,
    ]
}

extension ImportedProduct {
    /// Takes from the product what the file has no column for, so that a file of prices changes prices only.
    mutating func keep(from detail: ProductDetail, without columns: ProductColumns, on list: PriceList.ID) {
        let current = detail.draft
        if !columns.has(.body) { draft.body = current.body }
        if !columns.has(.vendor) { draft.vendor = current.vendor }
        if !columns.has(.type) { draft.type = current.type }
        if !columns.has(.tags) { draft.tags = current.tags }
        if !columns.has(.status), !columns.has(.published) { draft.status = current.status }
        if !columns.has(.attributes) { draft.attributes = current.attributes }
        if !columns.has(.imageSource) { draft.media = current.media }
        if !columns.has(.option1Name) || !columns.has(.option1Value) { draft.options = current.options }

        for index in draft.variants.indices {
            guard let match = match(for: draft.variants[index], in: current.variants) else { continue }
            var variant = draft.variants[index]
            variant.id = match.id
            if !columns.has(.option1Name) || !columns.has(.option1Value) { variant.options = match.options }
            if !columns.has(.sku) { variant.sku = match.sku }
            if !columns.has(.barcode) { variant.barcode = match.barcode }
            if !columns.has(.grams) { variant.grams = match.grams }
            if !columns.has(.tracker) { variant.isTracked = match.isTracked }
            if !columns.has(.policy) { variant.whenSoldOut = match.whenSoldOut }
            if !columns.has(.taxable) { variant.isTaxable = match.isTaxable }
            if !columns.has(.requiresShipping) { variant.requiresShipping = match.requiresShipping }
            if !columns.has(.variantImage) { variant.image = match.image }
            if !columns.has(.compareAt), let id = match.id, let price = variant.prices[list] {
                variant.prices[list] = Price(price.amount, compareAt: detail.prices[id]?.compareAt)
            }
            draft.variants[index] = variant
        }
    }

    private func match(for variant: VariantDraft, in current: [VariantDraft]) -> VariantDraft? {
        if let sku = variant.sku, let match = current.first(where: { $0.sku == sku }) { return match }
        if current.count == 1, draft.variants.count == 1 { return current[0] }
        return variant.options.isEmpty ? nil : current.first { $0.options == variant.options }
    }
}
