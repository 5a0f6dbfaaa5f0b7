import Catalog
import Channels
import Content
import Database
import Essentials
import Inventory
import Web

extension ProductPage {
    private static let relatedShown = 8
    private static let storiesShown = 3

    /// The page of a product that the channel sells, what it shows besides, and the ids whose change must change it.
    /// - Parameters:
    ///   - chosen: the variant that somebody came for.
    ///   - shelves: knows what other pages have counted.
    ///   - now: from which on promises are counted.
    /// - Throws: `StorefrontRefusal.noProduct` for what is not sold here; `Moved` for a handle that it had before.
    static func load(
        handle: String, chosen: Variant.ID?, frame: Frame, in shop: WebShop, shelves: ShelfWatch, at now: Instant,
        snapshot: Snapshot
    ) throws -> (page: ProductPage, row: TileRow, subjects: Set<UInt128>) {
        let detail = try ProductDetail.sold(handle, in: shop, snapshot: snapshot)
        let variants = detail.variants.filter { detail.prices[$0.id] != nil }
        let collections = try CollectionDetail.containing(detail.product.id, language: shop.language, in: snapshot)
        // It is at home in the collection that stands first in the menu.
        let home = collections.min { shop.place(inMenu: $0.collection) < shop.place(inMenu: $1.collection) }
        let others = try related(to: detail, in: home?.collection, shop: shop, snapshot: snapshot)

        let theirs = Dictionary(others.map { ($0.product, $0.variants) }, uniquingKeysWith: { first, _ in first })
        let known = shelves.present(among: theirs.values.joined().map(\.id))
        let counted = (variants + theirs.values.joined().filter { !known.contains($0.id) }).filter(\.isTracked).map(\.id)
        let stock = try availability(of: counted, on: shop.channel, in: snapshot)
        let row = TileRow(others, Presence(variants: theirs, stock: stock, known: known))

        let signs = variants.map { StockSign($0, stock[$0.id]) }
        let first = variants.firstIndex { $0.id == chosen } ?? signs.firstIndex { !$0.isSoldOut } ?? 0
        guard let price = detail.prices[variants[first].id] else { throw StorefrontRefusal.noProduct }
        let soldOut = Set(zip(variants, signs).filter(\.1.isSoldOut).map(\.0.id))
        let product = detail.product
        let path = "/products/" + product.handle
        let title = detail.title.text
        let trail = shop.trail(
            through: home.map { [Link(title: $0.title.text, path: "/collections/" + $0.collection.handle)] } ?? [], to: title)
        let gallery = [GalleryPicture](detail, first: variants[first].media, in: shop)
        let body = MerchantHTML(detail.body.text)
        let stories = try StoryDetail.about(product.id, limit: storiesShown, language: shop.language, in: snapshot)
        let page = ProductPage(
            frame: frame, path: path, title: title,
            vendor: product.vendor.isEmpty
                ? nil : Link(title: product.vendor, path: Fields.link("/search", ["vendor": product.vendor])),
            description: body, trail: trail, gallery: gallery,
            options: OptionRow.all(of: detail, variants, chosen: variants[first], soldOut: soldOut),
            chosen: VariantChoice(variants[first], price: price, stock: signs[first], in: shop.language),
            promise: signs[first].isSent ? DeliveryPromise(in: shop, ordered: now) : nil,
            places: StockPlaces(
                stock[variants[first].id], path: Fields.link(path + "/shops", ["variant": variants[first].id.description]), in: shop,
                at: now),
            attributes: product.attributes.all.map { AttributeLine(name: $0.name, value: $0.value, in: detail.words, shop.language) },
            related: row.tiles,
            stories: stories.map {
                Link(title: $0.title.text, path: "/stories/" + $0.story.handle, tongue: shop.marked($0.title.language))
            },
            structured: [
                StructuredData(product: detail, variants, soldOut: soldOut, words: body.words, in: shop),
                StructuredData(trail, path: path, in: shop),
            ], titleTongue: shop.marked(detail.title.language), bodyTongue: shop.marked(detail.body.language))
        return (page, row, Set(detail.variants.map(\.id.bits) + [product.id.bits, PageSubject.stories]))
    }

    /// What stands beside it: others of its collection, or of its kind when it is in none.
    private static func related(
        to detail: ProductDetail, in collection: Catalog.Collection?, shop: WebShop, snapshot: Snapshot
    ) throws -> ArraySlice<KnownTile> {
        var query = ProductQuery(collection: collection?.id, sort: collection?.sort ?? .newest)
        if collection == nil {
            guard !detail.product.type.isEmpty else { return [] }
            query.types = [detail.product.type]
        }
        let first = try shop.lists.tiles(of: query, in: shop.language) { query in
            let cards = try ProductListing.find(
                query, on: shop.channel.priceList, size: relatedShown + 1, language: shop.language, in: snapshot
            ).cards
            let variants = try Variant.of(cards.map(\.id), in: snapshot)
            return cards.map { card in
                KnownTile(
                    product: card.id, variants: variants[card.id] ?? [],
                    tile: ProductTile(card, isSoldOut: false, in: shop))
            }
        }
        return first.filter { $0.product != detail.product.id }.prefix(relatedShown)
    }
}

extension ProductDetail {
    /// The product of this handle that the shop sells, with at least one variant that has a price.
    /// - Throws: `StorefrontRefusal.noProduct`; `Moved` for a handle that it had before.
    static func sold(_ handle: String, in shop: WebShop, snapshot: Snapshot) throws -> ProductDetail {
        let channel = shop.channel
        let detail = try find(handle: handle, on: channel.priceList, language: shop.language, in: snapshot)
        guard let detail, detail.product.status == .active, !detail.prices.isEmpty else { throw StorefrontRefusal.noProduct }
        guard detail.product.handle == handle else { throw Moved(to: "/products/" + detail.product.handle) }
        return detail
    }
}

extension VariantChoice {
    init(_ variant: Variant, price: Price, stock: StockSign, in language: String) {
        id = variant.id.description
        sku = variant.sku
        barcode = variant.barcode
        self.price = PriceTag(price, in: language)
        self.stock = stock
    }
}
