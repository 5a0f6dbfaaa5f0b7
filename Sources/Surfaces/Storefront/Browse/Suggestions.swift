import Catalog
import Database
import Hummingbird
import Web

/// What the search box proposes while somebody types: collections by that name, and the first products of the search.
struct Suggestions: ShopPiece {
    let query: String
    let collections: [Link]
    let tiles: [ProductTile]
    let total: Int
    var tongue = Tongue()

    static let answers: Answers = [
        "query": \.query, "collections": \.collections, "tiles": \.tiles, "total": \.total, "isEmpty": { $0.tiles.isEmpty },
        "all": { Fields.link("/search", ["q": $0.query]) },
    ]
}

extension Storefront {
    /// `GET /search/suggestions` for `q`: a piece of a page, not a page.
    @Sendable func showSuggestions(_ request: Request, _ context: SeamContext) async throws -> Response {
        let words = try request.query().textIfAny("q", upTo: 100) ?? ""
        let shop = try await keeper.shop(in: context.language)
        let channel = shop.channel
        let piece = try await database.read { snapshot in
            let collections = try CollectionDetail.page(search: words, limit: 3, language: shop.language, in: snapshot)
            let found = try ProductListing.find(
                ProductQuery(words: words), on: channel.priceList, size: 6, language: shop.language, in: snapshot)
            return Suggestions(
                query: words, collections: collections.map { Link(title: $0.title.text, path: "/collections/" + $0.collection.handle) },
                tiles: found.cards.map { ProductTile($0, isSoldOut: false, in: shop) }, total: found.total, tongue: shop.tongue)
        }
        return try templates.response(piece)
    }
}
