import Hummingbird
import Orders
import Web

extension Storefront {
    /// `GET /order/{secret}`: whoever has the link sees the order, signed in or not, on any device.
    /// - Throws: `StorefrontRefusal.noOrder` for an unknown secret.
    @Sendable func showOrder(_ request: Request, _ context: SeamContext) async throws -> Response {
        let link = try context.secret(or: StorefrontRefusal.noOrder)
        let visit = Visit(request, context)
        let shop = try await keeper.shop(in: context.language)
        let page = try await database.read { [self] snapshot in
            guard let detail = try OrderDetail.find(link, in: snapshot) else { throw StorefrontRefusal.noOrder }
            let frame = shop.frame(cart: try ownCorner(of: visit, in: snapshot))
            var page = OrderPage(detail, frame: frame, in: shop)
            page.isByLink = true
            return page
        }
        return try templates.response(page)
    }
}
