import Database
import Essentials

extension Variant {
    /// The variants that somebody means by some words, of active products by title, in four statements at most.
    ///
    /// Where the product's name lacks a word that a variant's own options have, in any language, only those variants are
    /// meant: “tray 28 cm” is no tray of 40 cm. The same goes for the beginning of an SKU or of a barcode.
    /// - Parameters:
    ///   - products: of how many products at most.
    ///   - limit: how many variants at most.
    public static func meant(by typed: String, ofAtMost products: Int, limit: Int, in reading: some Reading) throws -> [Variant.ID] {
        guard !typed.trimmed.isEmpty else { return [] }
        let found = try ProductSummary.page(search: typed, status: .active, limit: products, in: reading)
        let variants = try Variant.of(found.map(\.id), in: reading)
        let translations = try ProductTranslation.names(of: found.map(\.id), in: reading)
        let meant = found.flatMap { product -> [Variant] in
            let all = variants[product.id] ?? []
            let names = TypedWords(typed, for: product.title, in: translations[product.id] ?? [])
            let own = all.filter(names.mean)
            return own.isEmpty ? all : own
        }
        return meant.prefix(limit).map(\.id)
    }
}

/// What was typed, held against one product.
private struct TypedWords {
    /// As typed, in lower case, for numbers.
    private let number: String
    /// Those of the words that the product itself is not called by.
    private let rest: [Substring]
    private let translations: [ProductTranslation]

    init(_ typed: String, for title: String, in translations: [ProductTranslation]) {
        number = typed.trimmed.lowercased()
        self.translations = translations
        let names = ([title] + translations.compactMap(\.title)).map(\.folded).joined(separator: " ")
        rest = typed.folded.split(separator: " ").filter { !names.contains($0) }
    }

    /// Whether the variant's own words or numbers were among what was typed.
    func mean(_ variant: Variant) -> Bool {
        if variant.sku?.lowercased().hasPrefix(number) ?? false { return true }
        let gtin = variant.barcode.flatMap { GTIN($0) }?.key
        if let gtin, GTIN.keyPrefixes(typed: number).contains(where: gtin.hasPrefix) { return true }
        guard !rest.isEmpty else { return false }
        let options = variant.options + translations.flatMap { translation in variant.options.compactMap { translation.words.pairs[$0] } }
        let words = options.map(\.folded).joined(separator: " ")
        return rest.allSatisfy { words.contains($0) }
    }
}
