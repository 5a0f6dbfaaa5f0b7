import Catalog
import Database
import Essentials
import Foundation
import Inventory
import Places
import Web

extension ShelvesPage {
    /// Shops that one page names.
    private static let shown = 20

    /// - Parameter near: a town, a postal code, the name of a shop, or `60.17,24.94`.
    /// - Throws: `StorefrontRefusal.noProduct`; `Moved` for a handle that it had before.
    static func load(
        handle: String, _ chosen: Variant.ID?, near: String, frame: Frame, in shop: WebShop, snapshot: Snapshot, at now: Instant
    ) throws -> ShelvesPage {
        let detail = try ProductDetail.sold(handle, in: shop, snapshot: snapshot)
        let variants = detail.variants.filter { detail.prices[$0.id] != nil }
        guard let variant = variants.first(where: { $0.id == chosen }) ?? variants.first, let price = detail.prices[variant.id] else {
            throw StorefrontRefusal.noProduct
        }
        let path = "/products/" + detail.product.handle
        let language = shop.language
        let stock = try availability(of: variant.id, on: shop.channel, in: snapshot)
        let quantities = Dictionary(stock.locations.map { ($0.location, $0.quantity) }, uniquingKeysWith: { first, _ in first })
        let position = Point(typed: near)
        let origin =
            try position ?? (near.isEmpty ? nil : Location.page(search: near, limit: 5, in: snapshot).compactMap(\.coordinates).first)
        let stores = try Location.find(shop.stores.map(\.id), in: snapshot).values.map { store in
            (store, free: quantities[store.id] ?? 0, metres: origin.flatMap { store.coordinates?.distance(to: $0) } ?? .infinity)
        }
        let sorted = stores.sorted { a, b in
            if a.metres != b.metres { return a.metres < b.metres }
            return (a.free > 0 ? 0 : 1, a.0.name) < (b.free > 0 ? 0 : 1, b.0.name)
        }
        return ShelvesPage(
            frame: frame, path: path + "/shops", title: detail.title.text,
            options: variant.options.map { detail.words[$0] }.joined(separator: " / "), variant: variant.id.description,
            price: PriceTag(price, in: language),
            picture: [GalleryPicture](detail, first: variant.media, in: shop)[0].picture,
            product: variants.count > 1 ? path + "?variant=\(variant.id)" : path, near: near, isPosition: position != nil,
            isFound: near.isEmpty || origin != nil,
            shelves: sorted.prefix(shown).map { store, free, metres in
                ShelfLine(
                    shop: LocationLine(store, in: shop, at: now), quantity: free,
                    distance: metres.isFinite ? Distance(metres, in: language) : nil)
            },
            inShops: stores.count { $0.free > 0 })
    }
}

extension Distance {
    init(_ metres: Double, in language: String) {
        let locale = Locale(identifier: language)
        let isFar = metres >= 1_000
        self.metres = isFar ? nil : Int((metres / 10).rounded() * 10).formatted(.number.locale(locale))
        kilometres = isFar ? (metres / 1_000).formatted(.number.precision(.fractionLength(metres < 10_000 ? 1 : 0)).locale(locale)) : nil
    }
}

extension Point {
    /// `60.17,24.94`, as a device tells it.
    init?(typed text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard parts.count == 2, let latitude = parts[0], let longitude = parts[1] else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }
}
