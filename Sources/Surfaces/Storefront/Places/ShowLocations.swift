import Database
import Essentials
import Hummingbird
import Places
import Web

extension Storefront {
    /// `GET /locations`: `q` searches names, towns and postal codes, `after` goes on.
    @Sendable func showLocations(_ request: Request, _ context: SeamContext) async throws -> Response {
        let query = try request.query()
        let words = try query.textIfAny("q", upTo: 100) ?? ""
        let after = try query.idIfAny("after", of: Location.self)
        let visit = Visit(request, context)
        let shop = try await shop(for: context)
        let now = world.now
        let page = try await database.read { [self] snapshot in
            let frame = shop.frame(cart: try ownCorner(of: visit, in: snapshot), path: "/locations")
            return try LocationsPage.load(words, after: after, frame: frame, in: shop, snapshot: snapshot, at: now)
        }
        return try templates.response(page)
    }

    /// `GET /locations/{code}`, by the retailer's own number.
    @Sendable func showLocation(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let code = context.parameter("code") else { throw StorefrontRefusal.noLocation }
        let visit = Visit(request, context)
        let shop = try await shop(for: context)
        let now = world.now
        let page = try await database.read { [self] snapshot in
            guard let location = try Location.find(code: code, in: snapshot), location.kind == .store, !location.isArchived else {
                throw StorefrontRefusal.noLocation
            }
            let frame = shop.frame(cart: try ownCorner(of: visit, in: snapshot), path: "/locations/" + code)
            return LocationPage(location, frame: frame, in: shop, at: now)
        }
        return try templates.response(page)
    }
}
