import Catalog
import Hummingbird
import Web

extension Storefront {
    /// `GET /products/{handle}`, with `variant` for the one that somebody came for. An earlier handle leads on.
    @Sendable func showProduct(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let handle = context.parameter("handle") else { throw StorefrontRefusal.noProduct }
        let chosen = request.uri.query == nil ? nil : try? request.query().idIfAny("variant", of: Variant.self)
        let key = chosen.map { "product \(handle) \($0)" } ?? "product \(handle)"
        do {
            // New products do not change it: what stands beside it is read again with its own changes.
            return try await tilePage(key, followsCatalogue: false, to: request, context) { [shelves, world] shop, corner, snapshot in
                try ProductPage.load(
                    handle: handle, chosen: chosen, frame: shop.frame(cart: corner, path: "/products/" + handle), in: shop,
                    shelves: shelves, at: world.now, snapshot: snapshot)
            }
        } catch let moved as Moved {
            return .moved(moved.path)
        }
    }
}
