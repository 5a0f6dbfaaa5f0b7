import Content
import Database
import Essentials
import HTTPTypes
import Hummingbird
import Secrets
import Staff
import Web

extension Storefront {
    /// Of whoever is signed in to the back office, which sets it.
    private static let deskCookie = SecretCookie("desk")

    /// `GET /preview/front?theme=linen&draft=1`: the front as it would be, for managers who are signed in to the back
    /// office; nobody else learns that there is such a page. It may stand in a frame of this site, and leads nowhere.
    @Sendable func showPreview(_ request: Request, _ context: SeamContext) async throws -> Response {
        let query = try request.query()
        let now = world.now
        guard let token = Self.deskCookie.value(in: request, context: context).flatMap({ SecretToken($0) }),
            let session = try await database.read({ try StaffSession.find(token, at: now, in: $0) }), session.actor.may(.manager)
        else { throw StorefrontRefusal.noPicture }
        let fitting = fittings[query.typed("theme")]
        var shop = try await keeper.shop()
        if let fitting { shop.looks.theme = fitting.theme }
        let worn = shop
        let corner = try ownCorner(0, in: shop.tongue)
        let page = try await database.read { snapshot in
            let draft = query.has("draft") ? try FrontPage.draft(of: worn.channel.id, by: session.actor, in: snapshot) : nil
            return try HomePage.load(frame: worn.frame(cart: corner, path: "/"), in: worn, draft: draft, snapshot: snapshot).page
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
