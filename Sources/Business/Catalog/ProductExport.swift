import Database
import Essentials
import Staff
import Tables

/// Writes every product in the format that `ProductImport` reads, in the order of creation.
///
/// Importing what it wrote changes nothing. A product takes as many rows as it has variants or pictures, whichever is
/// more; prices are those of one list.
public struct ProductExport: Sendable {
    /// What the format calls the only variant of a product without options.
    static let onlyVariant = "Default Title"
    private static let page = 200

    private let list: PriceList

    public init(list: PriceList) {
        self.list = list
    }

    /// Writes one consistent state, a page of products at a time.
    /// - Parameter sink: takes the file's bytes, some 64 KB at a time.
    /// - Returns: how many products were written.
    /// - Throws: `StaffRefusal.forbidden` below manager; what `sink` throws.
    public func run(
        from database: any Database, by actor: Actor, to sink: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws -> Int {
        try actor.require(.manager)
        return try await database.read { snapshot in
            var writer = CSVWriter(sink)
            try writer.write(ProductField.allCases.map(\.column))
            var count = 0
            var last: Int64 = 0
            while true {
                let page = try ProductDetail.find(
                    where: "p.seq > \(last) ORDER BY p.seq LIMIT \(Self.page)", on: list.id, in: snapshot)
                guard let end = page.last else { break }
                last = end.product.seq
                count += page.count
                for detail in page {
                    for row in rows(of: detail) { try writer.write(row) }
                }
            }
            try writer.flush()
            return count
        }
    }

    private func rows(of detail: ProductDetail) -> [[String]] {
        let draft = detail.draft
        return (0..<max(1, draft.variants.count, draft.media.count)).map { index in
            var row = [String](repeating: "", count: ProductField.allCases.count)
            row[.handle] = detail.product.handle
            if index == 0 { fill(&row, product: draft) }
            if index < draft.variants.count {
                fill(&row, variant: draft.variants[index], options: draft.options, price: detail.prices[detail.variants[index].id])
            }
            if index < draft.media.count {
                row[.imageSource] = draft.media[index].url
                row[.imagePosition] = String(index + 1)
                row[.imageAlt] = draft.media[index].alt
            }
            return row
        }
    }

    private func fill(_ row: inout [String], product: ProductDraft) {
        row[.title] = product.title
        row[.body] = product.body
        row[.vendor] = product.vendor
        row[.type] = product.type
        row[.tags] = product.tags.joined(separator: ", ")
        row[.published] = flag(product.status == .active)
        row[.status] = product.status.rawValue
        row[.attributes] = product.attributes.json
        for (field, name) in zip(ProductField.optionNames, product.options.isEmpty ? ["Title"] : product.options) { row[field] = name }
    }

    private func fill(_ row: inout [String], variant: VariantDraft, options: [String], price: Price?) {
        for (field, value) in zip(ProductField.optionValues, options.isEmpty ? [Self.onlyVariant] : variant.options) { row[field] = value }
        row[.sku] = variant.sku ?? ""
        row[.grams] = variant.grams.map(String.init) ?? ""
        row[.tracker] = variant.isTracked ? "shopify" : ""
        row[.policy] = variant.whenSoldOut == .deny ? "deny" : "continue"
        row[.fulfillment] = "manual"
        row[.price] = price?.amount.plain ?? ""
        row[.compareAt] = price?.compareAt?.plain ?? ""
        row[.requiresShipping] = flag(variant.requiresShipping)
        row[.taxable] = flag(variant.isTaxable)
        row[.barcode] = variant.barcode ?? ""
        row[.variantImage] = variant.image ?? ""
    }

    private func flag(_ value: Bool) -> String { value ? "TRUE" : "FALSE" }
}

extension [String] {
    fileprivate subscript(field: ProductField) -> String {
        get { self[field.rawValue] }
        set { self[field.rawValue] = newValue }
    }
}
