import Content
import Database
import Essentials
import HTTPTypes
import Hummingbird
import Places
import Secrets
import Staff
import Web

extension Storefront {
    /// Of whoever is signed in to the back office, which sets it.
    private static let deskCookie = SecretCookie("desk")

    /// The name in an address of how shoppers see the shop.
    static let asWorn = "-"

    /// `GET /preview/linen/products/mug?draft=1`: pages of the shop as they would be in another theme, the front with blocks
    /// that are not saved yet, stories before they are published. Links lead on within the theme; nothing can be sent.
    ///
    /// It is for managers who are signed in to the back office, and may stand in a frame of this site; nobody else learns
    /// that there is such a page.
    @Sendable func showPreview(_ request: Request, _ context: SeamContext) async throws -> Response {
        let now = world.now
        guard let token = Self.deskCookie.value(in: request, context: context).flatMap({ SecretToken($0) }),
            let session = try await database.read({ try StaffSession.find(token, at: now, in: $0) }), session.actor.may(.manager)
        else { throw StorefrontRefusal.noPicture }
        let name = context.parameter("theme") ?? Self.asWorn
        let fitting = fittings[name]
        var shop = try await keeper.shop()
        if let fitting { shop.looks.theme = fitting.theme }
        shop.preview = "/preview/" + (fitting == nil ? Self.asWorn : name)
        let worn = shop
        let path = context.parameters.getCatchAll().map(String.init)
        let query = try request.query()
        let filter = ProductFilter(query, in: shop)
        let corner = try ownCorner(0, in: shop.tongue)
        let isDraft = query.has("draft")
        let page = try await database.read { [shelves] snapshot in
            try worn.preview(path, filter, isDraft: isDraft, by: session.actor, corner: corner, shelves: shelves, at: now, in: snapshot)
        }
        var response = try (fitting?.templates ?? templates).response(page)
        response.headers[.contentSecurityPolicy] = """
            default-src 'self'; img-src 'self' data: https: http:; object-src 'none'; base-uri 'none'; form-action 'none'; \
            frame-ancestors 'self'
            """
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension WebShop {
    /// One of its pages, drawn for this once.
    /// - Throws: `StorefrontRefusal.noPicture` for what has no preview.
    fileprivate func preview(
        _ path: [String], _ filter: ProductFilter, isDraft: Bool, by actor: Actor, corner: Corner, shelves: ShelfWatch, at now: Instant,
        in snapshot: Snapshot
    ) throws -> any Page {
        let frame = frame(cart: corner, path: "/" + path.joined(separator: "/"))
        switch (path.first, path.dropFirst().first, path.count) {
        case (nil, _, _):
            let draft = isDraft ? try FrontPage.draft(of: channel.id, by: actor, in: snapshot) : nil
            return try HomePage.load(frame: frame, in: self, draft: draft, snapshot: snapshot).page
        case ("collections", let handle?, 2):
            return try CollectionPage.load(handle: handle, filter, frame: frame, in: self, snapshot: snapshot).page
        case ("search", nil, 1):
            return try SearchPage.load(filter, frame: frame, in: self, snapshot: snapshot).page
        case ("products", let handle?, 2):
            return try ProductPage.load(
                handle: handle, chosen: nil, frame: frame, in: self, shelves: shelves, at: now, snapshot: snapshot
            ).page
        case ("stories", nil, 1):
            return try StoriesPage.load(frame: frame, in: self, snapshot: snapshot)
        case ("stories", let handle?, 2):
            let detail = try StoryDetail.preview(handle: handle, language: language, by: actor, in: snapshot)
            return try StoryPage.load(detail, frame: frame, in: self, snapshot: snapshot).page
        case ("locations", nil, 1):
            return try LocationsPage.load("", after: nil, frame: frame, in: self, snapshot: snapshot, at: now)
        case ("locations", let code?, 2):
            guard let location = try Location.find(code: code, in: snapshot) else { throw StorefrontRefusal.noLocation }
            return LocationPage(location, frame: frame, in: self, at: now)
        default: throw StorefrontRefusal.noPicture
        }
    }
}
