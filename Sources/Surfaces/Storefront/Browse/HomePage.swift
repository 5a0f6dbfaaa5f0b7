import Catalog
import Database
import Web

/// The front of the shop: its collections, and what is new.
struct HomePage: Page {
    let frame: Frame
    let collections: [CollectionTile]
    let newest: [ProductTile]

    static let answers: Answers = [
        "frame": \.frame, "collections": \.collections, "hasCollections": { !$0.collections.isEmpty }, "tiles": \.newest,
        "hasNewest": { !$0.newest.isEmpty }, "isEmpty": { $0.newest.isEmpty && $0.collections.isEmpty },
    ]

    private static let newestShown = 8
    private static let collectionsShown = 12

    static func load(frame: Frame, in shop: WebShop, snapshot: Snapshot) throws -> (page: HomePage, row: TileRow) {
        let channel = shop.channel
        let listing = try ProductListing.find(
            ProductQuery(sort: .newest), on: channel.priceList, size: newestShown, language: channel.language, in: snapshot)
        let row = try TileRow(listing.cards, on: channel, in: snapshot)
        let collections = try CollectionDetail.page(limit: collectionsShown, language: channel.language, in: snapshot)
        return (HomePage(frame: frame, collections: collections.map(CollectionTile.init), newest: row.tiles), row)
    }
}

/// A collection on the front page.
struct CollectionTile: Shown {
    let path: String
    let title: String
    let picture: Picture

    static let answers: Answers = ["path": \.path, "title": \.title, "picture": \.picture]
}

extension CollectionTile {
    init(_ detail: CollectionDetail) {
        path = "/collections/" + detail.collection.handle
        title = detail.title.text
        picture = Picture(detail.collection.image, of: detail.title.text)
    }
}
