import Essentials

/// All that a person decides about a collection, but for the products that a hand puts into it.
public struct CollectionDraft: Sendable, Equatable {
    /// Made of the title when there is none.
    public var handle: String?
    public var title: String
    /// HTML
    public var description: String
    public var image: MediaDraft?
    /// The order in which a shopper first sees it.
    public var sort: Collection.Sort
    /// `nil` for a collection that is filled by hand.
    public var rule: CollectionRule?

    public init(
        title: String, handle: String? = nil, description: String = "", image: MediaDraft? = nil, sort: Collection.Sort = .manual,
        rule: CollectionRule? = nil
    ) {
        self.title = title
        self.handle = handle
        self.description = description
        self.image = image
        self.sort = sort
        self.rule = rule
    }

    /// Trimmed and checked, like a product's draft.
    /// - Throws: `CatalogRefusal` for what the collection cannot be.
    func validated(lists: @autoclosure () throws -> [PriceList]) throws -> CollectionDraft {
        var draft = self
        draft.title = title.trimmed
        guard !draft.title.isEmpty else { throw CatalogRefusal.titleMissing }
        guard draft.title.utf8.count <= ProductLimits.title else {
            throw CatalogRefusal.tooLong(field: "title", limit: ProductLimits.title)
        }
        draft.description = description.trimmed
        guard draft.description.utf8.count <= ProductLimits.body else {
            throw CatalogRefusal.tooLong(field: "description", limit: ProductLimits.body)
        }
        draft.handle = nil
        if let handle = handle?.trimmed.nonEmpty {
            draft.handle = handle.asHandle.nonEmpty
            guard let clean = draft.handle, clean.utf8.count <= ProductLimits.word else { throw CatalogRefusal.handleInvalid(handle) }
        }
        if let image {
            draft.image = MediaDraft(url: image.url.trimmed, alt: image.alt.trimmed)
            guard ProductDraft.isAddress(image.url.trimmed) else { throw CatalogRefusal.mediaAddress(image.url) }
        }
        if let rule {
            try rule.validate(lists: Dictionary(uniqueKeysWithValues: lists().map { ($0.id, $0) }))
        }
        return draft
    }
}

extension Collection {
    /// The collection as somebody would hand it in: to change a part of it and give it back.
    public var draft: CollectionDraft {
        CollectionDraft(title: title, handle: handle, description: description, image: image, sort: sort, rule: rule)
    }
}
