import Essentials

/// Bounds that keep one product from weighing on every page that shows it.
public enum ProductLimits {
    public static let title = 1_000
    public static let body = 512_000
    public static let word = 255
    public static let tags = 250
    public static let variants = 2_048
    public static let media = 250
    public static let url = 2_048
}

extension ProductDraft {
    /// The draft in the one form in which it is kept: trimmed, tags once each, handle and barcodes well formed.
    /// - Throws: `CatalogRefusal` for what the product cannot be; `VariantRefusal` when it is about one of the variants.
    public func validated() throws -> ProductDraft {
        var draft = self
        draft.title = title.trimmed
        guard !draft.title.isEmpty else { throw CatalogRefusal.titleMissing }
        try Self.bound(draft.title, to: ProductLimits.title, field: "title")
        draft.body = body.trimmed
        try Self.bound(draft.body, to: ProductLimits.body, field: "body")
        draft.vendor = vendor.trimmed
        try Self.bound(draft.vendor, to: ProductLimits.word, field: "vendor")
        draft.type = type.trimmed
        try Self.bound(draft.type, to: ProductLimits.word, field: "type")
        draft.tags = try Self.unique(tags)
        if let handle = handle?.trimmed.nonEmpty {
            draft.handle = handle.asHandle.nonEmpty
            guard let clean = draft.handle, clean.utf8.count <= ProductLimits.word else { throw CatalogRefusal.handleInvalid(handle) }
        } else {
            draft.handle = nil
        }
        draft.media = try validatedMedia()
        try draft.validateVariants()
        return draft
    }

    private func validatedMedia() throws -> [MediaDraft] {
        var urls: Set<String> = []
        var kept: [MediaDraft] = []
        for picture in media {
            let url = picture.url.trimmed
            guard Self.isAddress(url) else { throw CatalogRefusal.mediaAddress(url) }
            guard urls.insert(url).inserted else { continue }
            kept.append(MediaDraft(url: url, alt: picture.alt.trimmed))
            try Self.bound(picture.alt, to: ProductLimits.title, field: "alt")
        }
        guard kept.count <= ProductLimits.media else { throw CatalogRefusal.tooMany("pictures", limit: ProductLimits.media) }
        return kept
    }

    private mutating func validateVariants() throws {
        options = options.map(\.trimmed)
        guard options.count <= Variant.mostOptions, !options.contains(""), Set(options.map(\.folded)).count == options.count else {
            throw CatalogRefusal.options
        }
        // Shopify's way to write that there are no options.
        if options == ["Title"], variants.map(\.options) == [[ProductExport.onlyVariant]] {
            options = []
            variants[0].options = []
        }
        if variants.isEmpty, options.isEmpty { variants = [VariantDraft()] }
        guard !variants.isEmpty, !options.isEmpty || variants.count == 1 else { throw CatalogRefusal.options }
        guard variants.count <= ProductLimits.variants else { throw CatalogRefusal.tooMany("variants", limit: ProductLimits.variants) }

        var combinations: Set<[String]> = []
        var skus: Set<String> = []
        for index in variants.indices {
            do {
                try variants[index].validate(options: options)
                let variant = variants[index]
                guard combinations.insert(variant.options).inserted else { throw CatalogRefusal.repeatedOptions(variant.options) }
                if let sku = variant.sku, !skus.insert(sku).inserted { throw CatalogRefusal.skuRepeated(sku) }
                // A picture that only a variant names belongs to the product too.
                if let image = variant.image, !media.contains(where: { $0.url == image }) { media.append(MediaDraft(url: image)) }
            } catch let refusal as CatalogRefusal {
                throw VariantRefusal(index: index, reason: refusal)
            }
        }
    }

    private static func unique(_ tags: [String]) throws -> [String] {
        var keys: Set<String> = []
        let kept = tags.map(\.trimmed).filter { !$0.isEmpty && keys.insert($0.lowercased()).inserted }
        guard kept.count <= ProductLimits.tags else { throw CatalogRefusal.tooMany("tags", limit: ProductLimits.tags) }
        for tag in kept {
            try bound(tag, to: ProductLimits.word, field: "tags")
            guard !tag.contains(",") else { throw CatalogRefusal.tagWithComma(tag) }
        }
        return kept
    }

    private static func bound(_ text: String, to limit: Int, field: String) throws {
        guard text.utf8.count <= limit else { throw CatalogRefusal.tooLong(field: field, limit: limit) }
    }

    /// Web addresses and paths of this shop; never a script.
    static func isAddress(_ url: String) -> Bool {
        guard url.utf8.count <= ProductLimits.url, !url.utf8.contains(where: { $0 <= 0x20 }) else { return false }
        let start = url.prefix(8).lowercased()
        return start.hasPrefix("https://") && url.utf8.count > 8 || start.hasPrefix("http://") && url.utf8.count > 7
            || start.hasPrefix("/") && !start.hasPrefix("//")
    }
}

extension VariantDraft {
    /// Cleans and checks one variant of a product with these options.
    mutating func validate(options names: [String]) throws {
        options = options.map(\.trimmed)
        guard options.count == names.count, !options.contains("") else { throw CatalogRefusal.optionMissing(names) }
        guard options.allSatisfy({ $0.utf8.count <= ProductLimits.word }) else {
            throw CatalogRefusal.tooLong(field: "options", limit: ProductLimits.word)
        }
        sku = sku?.trimmed.nonEmpty
        if let sku, sku.utf8.count > ProductLimits.word { throw CatalogRefusal.tooLong(field: "sku", limit: ProductLimits.word) }
        if let text = barcode?.trimmed.nonEmpty {
            guard let gtin = GTIN(text) else { throw CatalogRefusal.gtin(text) }
            barcode = gtin.digits
        } else {
            barcode = nil
        }
        if let grams, grams < 0 { throw CatalogRefusal.grams }
        if let address = image?.trimmed.nonEmpty {
            guard ProductDraft.isAddress(address) else { throw CatalogRefusal.mediaAddress(address) }
            image = address
        } else {
            image = nil
        }
    }
}
