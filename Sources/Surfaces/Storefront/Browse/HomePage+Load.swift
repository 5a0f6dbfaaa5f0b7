import Catalog
import Content
import Database
import Web

extension HomePage {
    private static let collectionsShown = 12

    /// What a front is made of that nobody has arranged.
    private static let byItself = [FrontBlock(.hero), FrontBlock(.collections), FrontBlock(.products), FrontBlock(.stores)]

    /// In a number of statements that grows with the rows that the merchant arranged, which are few, and with nothing else.
    /// - Parameter draft: blocks that somebody wants to look at instead of those that are arranged.
    static func load(frame: Frame, in shop: WebShop, draft: [FrontBlock]? = nil, snapshot: Snapshot) throws -> (
        page: HomePage, row: TileRow
    ) {
        let channel = shop.channel
        let front = try FrontPage.find(channel.id, in: snapshot)
        let arranged = draft ?? front?.blocks ?? byItself
        let all =
            arranged.contains { $0.kind == .collections && $0.collections.isEmpty }
            ? try CollectionDetail.page(limit: collectionsShown, language: shop.language, in: snapshot) : []
        let named = try CollectionDetail.find(
            handles: Set(arranged.flatMap(\.collections)).sorted(), language: shop.language, in: snapshot)
        let byHandle = Dictionary(named.map { ($0.collection.handle, $0) }, uniquingKeysWith: { first, _ in first })

        var rows: [Int: [ProductCard]] = [:]
        for (index, block) in arranged.enumerated() where block.kind == .products {
            let collection = block.collections.first
            // A row of a collection that is gone is left out, not filled with others.
            guard collection == nil || collection.flatMap({ byHandle[$0] }) != nil else { continue }
            rows[index] = try cards(block, of: collection.flatMap { byHandle[$0]?.collection }, in: shop, snapshot: snapshot)
        }
        let shown = rows.values.joined().reduce(into: [Product.ID: ProductCard]()) { $0[$1.id] = $1 }
        let presence = try Presence.find(Array(shown.keys), on: channel, in: snapshot)
        let row = TileRow(Array(shown.values), presence, in: shop)

        let told = arranged.filter { $0.kind == .stories }.map(\.count).max()
        let stories =
            try told.map { try StoryDetail.latest(limit: $0, language: shop.language, in: snapshot).map { StoryTile($0, in: shop) } } ?? []

        let head = arranged.firstIndex { $0.kind == .hero }
        let blocks = arranged.enumerated().map { index, block in
            var made = HomeBlock(number: index + 1, block.said(in: shop.language), isHead: index == head, in: shop)
            made.isWelcome = draft == nil && front == nil && block.kind == .hero
            switch block.kind {
            case .collections:
                made.collections = (block.collections.isEmpty ? all : block.collections.compactMap { byHandle[$0] }).map {
                    CollectionTile($0, in: shop)
                }
            case .products:
                made.tiles = TileRow(rows[index] ?? [], presence, in: shop).tiles
                made.more = block.collections.first.map { "/collections/" + $0 } ?? "/search"
            case .stories: made.stories = Array(stories.prefix(block.count))
            case .stores: made.map = MapDrawing(shop.stores)
            case .hero, .story: break
            }
            return made
        }
        return (HomePage(frame: frame, blocks: blocks), row)
    }

    private static func cards(
        _ block: FrontBlock, of collection: Catalog.Collection?, in shop: WebShop, snapshot: Snapshot
    ) throws -> [ProductCard] {
        try ProductListing.find(
            ProductQuery(collection: collection?.id, sort: collection?.sort ?? .newest), on: shop.channel.priceList, size: block.count,
            language: shop.language, in: snapshot
        ).cards
    }
}
