import Catalog
import Channels
import Database
import Inventory
import Web

/// A product in a list.
struct ProductTile: Shown, Hashable {
    let path: String
    let title: String
    /// The language of its title, when it is another than the page's.
    var tongue: String?
    let vendor: String
    var picture: Picture
    let price: PriceTag
    var isSoldOut: Bool

    static let answers: Answers = [
        "path": \.path, "title": \.title, "tileTongue": \.tongue, "vendor": \.vendor, "hasVendor": { !$0.vendor.isEmpty },
        "picture": \.picture, "price": \.price, "isSoldOut": \.isSoldOut, "isReduced": { $0.price.before != nil },
    ]
}

extension ProductTile {
    init(_ card: ProductCard, isSoldOut: Bool, in shop: WebShop) {
        path = "/products/" + card.handle
        title = card.title.text
        tongue = shop.marked(card.title.language)
        vendor = card.vendor
        picture = Picture(card.image, showing: card.alt, of: card.title.text, in: shop)
        price = PriceTag(card.price, isFrom: !card.hasOnePrice, in: shop.language)
        self.isSoldOut = isSoldOut
    }
}

extension [ProductTile] {
    /// As pages show them: drawn once for all.
    var kept: [KeptPiece] { map { KeptPiece($0, template: "ProductTile") } }

    /// The same with the first of them seen at once: a row on a large screen, two on a phone.
    var atTheTop: [ProductTile] {
        var tiles = self
        for index in tiles.indices.prefix(4) { tiles[index].picture.isEarly = true }
        return tiles
    }
}

/// Tiles, and the stock that they were drawn from.
struct TileRow {
    var tiles: [ProductTile] = []
    var subjects: Set<UInt128> = []
    var stock: [Variant.ID: Availability] = [:]

    init() {}

    /// In a number of statements that does not grow with the cards.
    init(_ cards: [ProductCard], in shop: WebShop, _ snapshot: Snapshot) throws {
        self.init(cards, try Presence.find(cards.map(\.id), on: shop.channel, in: snapshot), in: shop)
    }

    init(_ cards: [ProductCard], _ presence: Presence, in shop: WebShop) {
        for card in cards { add(card, presence, in: shop) }
    }

    init(_ known: some Sequence<KnownTile>, _ presence: Presence) {
        for known in known { add(known.tile, of: known.product, presence) }
    }

    mutating func add(_ card: ProductCard, _ presence: Presence, in shop: WebShop) {
        add(ProductTile(card, isSoldOut: false, in: shop), of: card.id, presence)
    }

    private mutating func add(_ tile: ProductTile, of product: Product.ID, _ presence: Presence) {
        var tile = tile
        tile.isSoldOut = presence.isSoldOut(product)
        tiles.append(tile)
        subjects.insert(product.bits)
        for variant in presence.variants[product] ?? [] {
            subjects.insert(PageSubject.presence(of: variant.id))
            stock[variant.id] = presence.stock[variant.id]
        }
    }
}

/// Which of some products can be had at all.
struct Presence {
    let variants: [Product.ID: [Variant]]
    /// Of those that are counted.
    let stock: [Variant.ID: Availability]
    /// Those of which some are there, as far as that was known without counting.
    var known: Set<Variant.ID> = []

    static func find(_ products: [Product.ID], on channel: Channel, in snapshot: Snapshot) throws -> Presence {
        let variants = try Variant.of(products, in: snapshot)
        let tracked = variants.values.joined().filter(\.isTracked).map(\.id)
        return Presence(variants: variants, stock: try availability(of: tracked, on: channel, in: snapshot))
    }

    /// - Parameter store: a place where it must lie, when anywhere is not enough.
    func isSoldOut(_ product: Product.ID, at store: Store? = nil) -> Bool {
        (variants[product] ?? []).allSatisfy { variant in
            guard variant.isTracked else { return false }
            if store == nil, known.contains(variant.id) { return false }
            guard let stock = stock[variant.id] else { return true }
            guard let store else { return !stock.sells(1, whenSoldOut: variant.whenSoldOut) }
            return !stock.locations.contains { $0.location == store.id }
        }
    }
}
