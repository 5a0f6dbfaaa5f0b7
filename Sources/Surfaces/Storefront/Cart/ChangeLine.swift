import Catalog
import Customers
import Essentials
import Hummingbird
import Orders
import Web

extension Storefront {
    /// `POST /cart/lines/{variant}` with `quantity`: sets it, or takes the line out at 0, with the way to undo that.
    @Sendable func changeLine(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form(upTo: 8_192)
        guard let variant = context.parameter("variant").flatMap({ Variant.ID($0) }) else { throw OrdersRefusal.notInCart }
        let shop = try await keeper.shop(in: context.language)
        let visit = Visit(request, context)
        let quantity: Int64
        do {
            quantity = Int64(try form.integer("quantity", in: 0...Int(Cart.mostUnits)))
            let world = world
            try await database.write { transaction in
                let session = try visit.session(at: world.now, in: transaction)
                guard let key = visit.cartKey(of: session, on: shop.channel) else { throw OrdersRefusal.noCart }
                try changeCart(variant, to: quantity, in: key, by: shop.shopper(session), in: transaction, world: world)
            }
        } catch let refusal as any Refusal {
            let page = try await cartPage(visit).refusing(refusal, at: variant, typed: form.typed("quantity"))
            return try templates.response(page, status: refusal.kind.status)
        }
        guard quantity == 0 else { return .seeOther("/cart") }
        let before = (try? form.integerIfAny("was", in: 1...Int(Cart.mostUnits))) ?? 1
        return .seeOther(Fields.link("/cart", ["removed": variant.description, "quantity": String(before)]))
    }
}
