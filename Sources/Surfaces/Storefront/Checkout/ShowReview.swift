import Essentials
import Hummingbird
import Orders
import Secrets
import Web

extension Storefront {
    /// `GET /checkout/{secret}`; on to the order once it is one.
    @Sendable func showReview(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let page = try await reviewPage(request, context) else {
            return .seeOther("/order/" + (context.parameter("secret") ?? ""))
        }
        return try templates.response(page)
    }

    /// - Returns: `nil` when the checkout has become an order.
    /// - Throws: `OrdersRefusal.noCheckout` for an unknown secret.
    func reviewPage(_ request: Request, _ context: SeamContext) async throws -> ReviewPage? {
        let link = try context.secret(or: OrdersRefusal.noCheckout)
        let visit = Visit(request, context)
        let shop = try await keeper.shop(in: context.language)
        let now = world.now
        return try await database.read { [self] snapshot in
            guard let checkout = try Checkout.find(link, in: snapshot) else { throw OrdersRefusal.noCheckout }
            guard checkout.state != .placed else { return nil }
            let frame = shop.frame(cart: try ownCorner(of: visit, in: snapshot))
            return try ReviewPage.load(checkout, path: "/checkout/" + link.text, frame: frame, in: shop, snapshot: snapshot, at: now)
        }
    }
}

extension SeamContext {
    /// The secret that the path ends with.
    func secret(or refusal: any Refusal) throws -> SecretToken {
        guard let token = parameter("secret").flatMap({ SecretToken($0) }) else { throw refusal }
        return token
    }
}
