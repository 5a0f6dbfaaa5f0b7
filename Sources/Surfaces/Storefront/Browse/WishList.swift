import Catalog
import Database
import Hummingbird
import Web

/// What somebody thinks of buying, in a cookie of their own: no account is needed, and nobody else knows.
struct WishList: Sendable {
    private static let cookie = "wishes"
    private static let most = 40
    /// In the order in which they were wished for, the latest first.
    private(set) var handles: [String]

    init(_ request: Request) {
        let text = request.cookies[Self.cookie]?.value ?? ""
        handles = Array(text.split(separator: ".").map(String.init).filter(Self.isHandle).prefix(Self.most))
    }

    mutating func set(_ handle: String, isWished: Bool) {
        handles.removeAll { $0 == handle }
        if isWished, Self.isHandle(handle) { handles = Array(([handle] + handles).prefix(Self.most)) }
    }

    /// Scripts may read it, to mark what is wished for on pages that everybody shares.
    func keep(on response: inout Response, _ context: SeamContext) {
        response.setCookie(
            Cookie(
                name: Self.cookie, value: handles.joined(separator: "."), maxAge: 365 * 86_400, path: "/", secure: context.isSecure,
                httpOnly: false, sameSite: .lax))
    }

    private static func isHandle(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 100 && text.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...122).contains($0) }
    }
}

/// What is wished for, with the way to the cart.
struct WishListPage: ShopPage {
    let frame: Frame
    let tiles: [ProductTile]

    static let answers: Answers = ["frame": \.frame, "tiles": \.tiles.kept, "isEmpty": { $0.tiles.isEmpty }]
}

/// Tiles of products by name: a piece of a page, for what a browser remembers.
struct TilesPiece: ShopPiece {
    let tiles: [ProductTile]
    var tongue = Tongue()

    static let template = "ProductTiles"
    static let answers: Answers = ["tiles": \.tiles.kept]
}

extension Storefront {
    /// `GET /wishlist`
    @Sendable func showWishList(_ request: Request, _ context: SeamContext) async throws -> Response {
        let visit = Visit(request, context)
        let wishes = WishList(request)
        let shop = try await keeper.shop(in: context.language)
        let page = try await database.read { [self] snapshot in
            WishListPage(
                frame: shop.frame(cart: try ownCorner(of: visit, in: snapshot), path: "/wishlist"),
                tiles: try TileRow(handles: wishes.handles, in: shop, snapshot: snapshot).tiles)
        }
        return try templates.response(page)
    }

    /// `POST /wishlist` with `product`, and `wished=0` to take it out.
    @Sendable func changeWishList(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form(upTo: 4_096)
        var wishes = WishList(request)
        wishes.set(try form.text("product", upTo: 100), isWished: form.typed("wished") != "0")
        var response = Response.seeOther("/wishlist")
        wishes.keep(on: &response, context)
        return response
    }

    /// `GET /tiles` of the products named by `of`, at most 24.
    @Sendable func showTiles(_ request: Request, _ context: SeamContext) async throws -> Response {
        let handles = try request.query().all("of").prefix(24)
        let shop = try await keeper.shop(in: context.language)
        let piece = try await database.read {
            TilesPiece(tiles: try TileRow(handles: Array(handles), in: shop, snapshot: $0).tiles, tongue: shop.tongue)
        }
        return try templates.response(piece)
    }
}

extension TileRow {
    fileprivate init(handles: [String], in shop: WebShop, snapshot: Snapshot) throws {
        let cards = try ProductListing.cards(handles, on: shop.channel.priceList, language: shop.language, in: snapshot)
        try self.init(cards, in: shop, snapshot)
    }
}
