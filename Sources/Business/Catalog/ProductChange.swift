import Database
import Essentials
import Feed

/// The way from what a product is to what it shall be; writes what differs and nothing else.
struct ProductChange {
    let before: ProductDetail
    /// Validated, each variant with its id.
    private let draft: ProductDraft
    /// Those of its variants that are not in the database yet.
    private let new: Set<Variant.ID>
    private let origin: Origin
    private let world: World

    /// - Parameter draft: validated; its SKUs and prices were verified.
    /// - Throws: `CatalogRefusal.unknownVariant` for the id of another product's variant.
    init(_ draft: ProductDraft, over before: ProductDetail, by origin: Origin, in transaction: Transaction, world: World) throws {
        self.before = before
        self.origin = origin
        self.world = world
        var draft = draft
        draft.handle = draft.handle ?? before.product.handle
        new = try VariantMatch(before).identify(&draft.variants, in: transaction, world: world)
        self.draft = draft
    }

    /// Whether a variant of the product is not in the draft.
    var archivesVariants: Bool {
        let kept = Set(draft.variants.compactMap(\.id))
        return before.variants.contains { !kept.contains($0.id) }
    }

    /// Writes a new version when anything but prices differs, and the prices that differ.
    ///
    /// The caller has `Shelving` look at the product afterwards when this returns true.
    func write(lists: [PriceList.ID: PriceList], in transaction: Transaction) throws -> Bool {
        var content = draft
        for index in content.variants.indices { content.variants[index].prices = [:] }
        let hasNewContent = content != before.draft
        if hasNewContent { try writeContent(content, in: transaction) }
        return try writePrices(lists: lists, in: transaction) || hasNewContent
    }

    private func writeContent(_ content: ProductDraft, in transaction: Transaction) throws {
        let product = before.product
        let now = world.now
        let version = product.version + 1
        let handle = content.handle ?? product.handle
        if handle != product.handle { try changeHandle(to: handle, in: transaction) }
        let pictures = try MediaChange(content.media, over: before.media, of: product.id, world: world).write(in: transaction)
        try transaction.run(
            """
            UPDATE product SET handle = \(handle), title = \(content.title), title_key = \(content.title.folded),
                vendor = \(content.vendor), type = \(content.type), tags = \(content.tags.joined(separator: ",")),
                status = \(content.status), option1 = \(content.options.option(0)), option2 = \(content.options.option(1)),
                option3 = \(content.options.option(2)), media = \(content.media.first.flatMap { pictures[$0.url] }),
                version = \(version), updated_at = \(now)
            WHERE id = \(product.id)
            """)
        if content.body != product.body || content.attributes != product.attributes {
            try transaction.run(
                """
                UPDATE product_content SET body = \(content.body), attributes = \(content.attributes.json) WHERE product = \(product.id)
                """)
        }
        try writeVariants(content.variants, pictures: pictures, at: now, in: transaction)
        if content.title != product.title || content.variants.map(\.options) != before.draft.variants.map(\.options) {
            try ProductSearch.refresh([product.id], in: transaction)
        }
        try ProductVersion.insert([(product.id, version, content)], by: origin, at: now, in: transaction)
        if content.status == .archived, product.status != .archived {
            try ProductArchived(product: product.id, version: version).record(by: origin, in: transaction, world: world)
        } else {
            try ProductUpdated(product: product.id, version: version).record(by: origin, in: transaction, world: world)
        }
    }

    /// The earlier handle goes on leading here; the new one leads nowhere else any more.
    private func changeHandle(to handle: String, in transaction: Transaction) throws {
        guard try !transaction.exists("SELECT 1 FROM product WHERE handle = \(handle)") else { throw CatalogRefusal.handleTaken(handle) }
        try HandleRedirect.forget([handle], of: Product.prefix, in: transaction)
        try HandleRedirect.keep(before.product.handle, for: before.product.id, in: transaction)
    }

    /// What is gone is archived first, and SKUs that change are let go of first, so that variants may swap them.
    private func writeVariants(
        _ variants: [VariantDraft], pictures: [String: Media.ID], at now: Instant, in transaction: Transaction
    ) throws {
        let old = Dictionary(uniqueKeysWithValues: zip(before.variants.map(\.id), before.draft.variants.enumerated()))
        let kept = Set(variants.compactMap(\.id))
        let gone = old.keys.filter { !kept.contains($0) }
        if !gone.isEmpty { try transaction.run("UPDATE variant SET archived_at = \(now) WHERE id IN \(list: gone)") }

        let renamed = variants.compactMap(\.id).enumerated().filter { index, id in
            old[id].map { $0.element.sku != nil && $0.element.sku != variants[index].sku } ?? false
        }
        if !renamed.isEmpty { try transaction.run("UPDATE variant SET sku = NULL WHERE id IN \(list: renamed.map(\.element))") }

        var added: [SQL] = []
        for (index, variant) in variants.enumerated() {
            guard let id = variant.id else { continue }
            let picture = variant.image.flatMap { pictures[$0] }
            if new.contains(id) {
                added.append(variant.row(of: before.product.id, at: index + 1, media: picture))
            } else if old[id].map({ $0.offset != index || $0.element != variant }) ?? true {
                try transaction.run(variant.update(id, at: index + 1, media: picture))
            }
        }
        try transaction.insert(VariantDraft.insertion, added)
    }

    private func writePrices(lists: [PriceList.ID: PriceList], in transaction: Transaction) throws -> Bool {
        var byList: [PriceList.ID: [Variant.ID: Price?]] = [:]
        for variant in draft.variants {
            guard let id = variant.id else { continue }
            for (list, price) in variant.prices { byList[list, default: [:]][id] = price }
        }
        var changed = false
        for (id, prices) in byList.sorted(by: { $0.key < $1.key }) {
            guard let list = lists[id] else { continue }
            let owners = prices.mapValues { _ in before.product.id }
            changed = try !PriceChange.write(prices, of: owners, on: list, by: origin, in: transaction, world: world).isEmpty || changed
        }
        return changed
    }
}
