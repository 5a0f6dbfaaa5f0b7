import Essentials
import Hummingbird
import Orders
import Web

extension Storefront {
    /// `GET /find-order`
    @Sendable func showFindOrder(_ request: Request, _ context: SeamContext) async throws -> Response {
        try templates.response(FindOrderPage(frame: try await ownFrame(Visit(request, context))))
    }

    /// `POST /find-order` with `number` and `email`: the order itself. Whether the number or the e-mail was wrong is not
    /// told, and one address can only try a few.
    @Sendable func findOrder(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form(upTo: 4_096)
        let visit = Visit(request, context)
        do {
            let number = try form.text("number", upTo: 20)
            let email = try form.text("email", upTo: 254)
            let shop = try await keeper.shop(in: context.language)
            let page = try await database.read { [self] snapshot in
                let detail = try Int64(number.drop { $0 == "#" }).flatMap { number in
                    try OrderDetail.find(number: number, email: email, on: shop.channel.id, in: snapshot)
                }
                guard let detail else { throw StorefrontRefusal.notFound }
                return OrderPage(detail, frame: shop.frame(cart: try ownCorner(of: visit, in: snapshot)), in: shop)
            }
            return try templates.response(page)
        } catch let refusal as any Refusal {
            let page = FindOrderPage(frame: try await ownFrame(visit), typed: form, notices: FieldNotices(refusal))
            return try templates.response(page, status: refusal.kind.status)
        }
    }
}
