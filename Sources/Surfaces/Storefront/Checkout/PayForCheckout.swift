import Essentials
import Hummingbird
import Orders
import Secrets
import Web

extension Storefront {
    /// `POST /checkout/{secret}/payment` with the provider's `token`, and on to the order. Whatever stands in the way is
    /// said on the same page, and nothing is charged.
    @Sendable func payForCheckout(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form(upTo: 8_192)
        let link = try context.secret(or: OrdersRefusal.noCheckout)
        let shop = try await keeper.shop(in: context.language)
        do {
            let token = try form.text("token", upTo: 1_000)
            _ = try await pay(
                .link(link), token: token, with: provider, on: shop.channel, by: shop.shopper(nil), in: database, world: world)
            return .seeOther("/order/" + link.text)
        } catch let refusal as any Refusal where refusal.kind != .notFound {
            guard var page = try await reviewPage(request, context) else { return .seeOther("/order/" + link.text) }
            page.notices = FieldNotices(refusal)
            return try templates.response(page, status: refusal.kind.status)
        }
    }
}
