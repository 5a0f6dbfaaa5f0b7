import Catalog
import Database
import Web

/// A page of a list, with or without what is sold out.
struct StockedListing {
    var row = TileRow()
    /// How many there are; `nil` when only what is in stock is shown, which nobody counts.
    var total: Int?
    /// Where a list of what is in stock goes on.
    var next: StockPlace?

    static let size = 24
    /// What is in stock is looked for in pieces of this size,
    private static let piece = 96
    /// so many of them for one page; where nearly everything is sold out, a page may come out short.
    private static let mostPieces = 6

    static func find(
        _ query: ProductQuery, _ filter: ProductFilter, in shop: WebShop, snapshot: Snapshot
    ) throws -> StockedListing {
        let channel = shop.channel
        var found = StockedListing()
        guard filter.seesStock else {
            let listing = try ProductListing.find(
                query, on: channel.priceList, at: .page(filter.page), size: size, language: shop.language, in: snapshot)
            found.row = try TileRow(listing.cards, in: shop, snapshot)
            found.total = listing.total
            return found
        }
        var place = filter.from ?? StockPlace(piece: 1, offset: 0)
        for _ in 0..<mostPieces {
            guard place.piece <= ProductListing.lastPage else { return found }
            let listing = try ProductListing.find(
                query, on: channel.priceList, at: .page(place.piece), size: piece, language: shop.language, in: snapshot)
            let presence = try Presence.find(listing.cards.map(\.id), on: channel, in: snapshot)
            for (offset, card) in listing.cards.enumerated().dropFirst(place.offset) {
                if found.row.tiles.count == size {
                    found.next = StockPlace(piece: place.piece, offset: offset)
                    return found
                }
                found.row.see(card, presence, at: filter.store, in: shop)
            }
            guard listing.next != nil else { return found }
            place = StockPlace(piece: place.piece + 1, offset: 0)
        }
        found.next = place
        return found
    }
}

extension TileRow {
    /// Shows what can be had, and remembers of what cannot that it may come back.
    fileprivate mutating func see(_ card: ProductCard, _ presence: Presence, at store: Store?, in shop: WebShop) {
        let before = tiles
        add(card, presence, in: shop)
        if presence.isSoldOut(card.id, at: store) { tiles = before }
    }
}
