import Catalog
import Hummingbird
import Web

extension Storefront {
    /// `GET /products/{handle}/shops`: where a `variant` lies on the shelf, the nearest to `near` first.
    @Sendable func showShelves(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let handle = context.parameter("handle") else { throw StorefrontRefusal.noProduct }
        let query = try request.query()
        let variant = try? query.idIfAny("variant", of: Variant.self)
        let near = try query.textIfAny("near", upTo: 100) ?? ""
        let visit = Visit(request, context)
        let shop = try await keeper.shop(in: context.language)
        let now = world.now
        do {
            let page = try await database.read { [self] snapshot in
                let frame = shop.frame(cart: try ownCorner(of: visit, in: snapshot))
                return try ShelvesPage.load(handle: handle, variant, near: near, frame: frame, in: shop, snapshot: snapshot, at: now)
            }
            return try templates.response(page)
        } catch let moved as Moved {
            return .moved(moved.path + "/shops")
        }
    }
}
