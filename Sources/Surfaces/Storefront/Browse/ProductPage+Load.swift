import Catalog
import Channels
import Database
import Inventory
import Web

extension ProductPage {
    /// The page of a product that the channel sells, and the ids whose change must change it.
    /// - Parameter chosen: the variant that somebody came for.
    /// - Throws: `StorefrontRefusal.noProduct` for what is not sold here; `Moved` for a handle that it had before.
    static func load(
        handle: String, chosen: Variant.ID?, frame: Frame, in shop: WebShop, snapshot: Snapshot
    ) throws -> (page: ProductPage, subjects: Set<UInt128>) {
        let channel = shop.channel
        let detail = try ProductDetail.find(handle: handle, on: channel.priceList, language: channel.language, in: snapshot)
        guard let detail, detail.product.status == .active else { throw StorefrontRefusal.noProduct }
        guard detail.product.handle == handle else { throw Moved(to: "/products/" + detail.product.handle) }
        let variants = detail.variants.filter { detail.prices[$0.id] != nil }
        guard !variants.isEmpty else { throw StorefrontRefusal.noProduct }

        let stock = try availability(of: variants.map(\.id), on: channel, in: snapshot)
        let signs = variants.map { StockSign($0, stock[$0.id]) }
        let first = variants.firstIndex { $0.id == chosen } ?? signs.firstIndex { !$0.isSoldOut } ?? 0
        let choices = variants.indices.compactMap { index -> VariantChoice? in
            guard let price = detail.prices[variants[index].id] else { return nil }
            return VariantChoice(variants[index], of: detail, price: price, stock: signs[index], isChosen: index == first, in: channel)
        }
        let title = detail.title.text
        let page = ProductPage(
            frame: frame, path: "/products/" + handle, title: title, vendor: detail.product.vendor,
            description: MerchantHTML(detail.body.text), trail: shop.trail(to: title),
            gallery: [GalleryPicture](detail.media, first: variants[first].media, of: title),
            groups: VariantGroup.groups(choices, of: variants, in: detail),
            attributes: detail.product.attributes.all.map(AttributeLine.init))
        return (page, Set(detail.variants.map(\.id.bits) + [detail.product.id.bits]))
    }
}

extension VariantChoice {
    init(
        _ variant: Variant, of detail: ProductDetail, price: Price, stock: StockSign, isChosen: Bool, in channel: Channel
    ) {
        id = variant.id.description
        title = variant.options.map { detail.words[$0] }.joined(separator: " / ")
        sku = variant.sku
        barcode = variant.barcode
        self.price = PriceTag(price, in: channel.language)
        self.stock = stock
        self.isChosen = isChosen
    }
}

extension VariantGroup {
    /// One group for each value of the first option when there is a second one; otherwise all in one.
    static func groups(_ choices: [VariantChoice], of variants: [Variant], in detail: ProductDetail) -> [VariantGroup] {
        guard let option = detail.product.options.first, detail.product.options.count > 1 else {
            return [VariantGroup(name: detail.product.options.first.map { detail.words[$0] }, choices: choices)]
        }
        var order: [String] = []
        var byValue: [String: [VariantChoice]] = [:]
        for (variant, choice) in zip(variants, choices) {
            let value = variant.options.first ?? ""
            if byValue[value] == nil { order.append(value) }
            byValue[value, default: []].append(choice)
        }
        return order.map { VariantGroup(name: "\(detail.words[option]): \(detail.words[$0])", choices: byValue[$0] ?? []) }
    }
}
