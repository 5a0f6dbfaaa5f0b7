import Catalog
import Database
import Inventory
import Web

/// A piece of the product feed that shopping engines read (RSS 2.0 with the `g:` words of Google's product data
/// specification): one item for each variant.
struct FeedPiece: Page {
    let items: [FeedItem]

    static let answers: Answers = ["items": \.items]
}

struct FeedItem: Shown {
    let id: String
    let group: String?
    let title: String
    let description: String
    let address: String
    let picture: String?
    /// `49.95 EUR`
    let price: String
    /// What it costs now, when that is less.
    let salePrice: String?
    let isSoldOut: Bool
    let brand: String
    let gtin: String?
    let kind: String

    static let answers: Answers = [
        "id": \.id, "group": \.group, "title": \.title, "description": \.description, "address": \.address, "picture": \.picture,
        "price": \.price, "salePrice": \.salePrice, "isSoldOut": \.isSoldOut, "brand": { $0.brand.isEmpty ? nil : $0.brand },
        "gtin": \.gtin, "kind": { $0.kind.isEmpty ? nil : $0.kind },
    ]
}

extension FeedPiece {
    private static let products = 200

    /// The next products, and where the feed goes on.
    static func load(
        after cursor: ListingCursor?, site: String, in shop: WebShop, snapshot: Snapshot
    ) throws -> (piece: FeedPiece, next: ListingCursor?) {
        let channel = shop.channel
        let listing = try ProductListing.find(
            ProductQuery(sort: .newest), on: channel.priceList, at: cursor.map { .after($0) } ?? .page(1), size: products,
            language: shop.language, in: snapshot)
        let details = try ProductDetail.find(
            listing.cards.map(\.id), on: channel.priceList, language: shop.language, in: snapshot)
        let counted = details.values.flatMap(\.variants).filter(\.isTracked).map(\.id)
        let stock = try availability(of: counted, on: channel, in: snapshot)
        let items = listing.cards.compactMap { details[$0.id] }.flatMap { detail in
            detail.variants.compactMap { FeedItem($0, of: detail, sign: StockSign($0, stock[$0.id]), site: site) }
        }
        return (FeedPiece(items: items), listing.next)
    }
}

extension FeedItem {
    fileprivate init?(_ variant: Variant, of detail: ProductDetail, sign: StockSign, site: String) {
        guard let price = detail.prices[variant.id] else { return nil }
        let path = site + "/products/" + detail.product.handle
        let isOne = detail.variants.count == 1
        id = variant.sku ?? variant.id.description
        group = isOne ? nil : detail.product.id.description
        title = ([detail.title.text] + variant.options.map { detail.words[$0] }).joined(separator: " – ")
        description = String(MerchantHTML(detail.body.text).words.prefix(5_000))
        address = isOne ? path : path + "?variant=\(variant.id)"
        let media = detail.media.first { $0.id == variant.media } ?? detail.media.first
        picture = media.flatMap { Picture($0, of: "").url }.map { $0.hasPrefix("/") ? site + $0 : $0 }
        let now = "\(price.amount.plain) \(price.amount.currency.code)"
        let before = price.isReduced ? price.compareAt.map { "\($0.plain) \($0.currency.code)" } : nil
        self.price = before ?? now
        salePrice = before == nil ? nil : now
        isSoldOut = sign.isSoldOut
        brand = detail.product.vendor
        gtin = variant.barcode
        kind = detail.product.type
    }
}
