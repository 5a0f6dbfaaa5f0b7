import Catalog
import Customers
import Essentials
import Hummingbird
import Orders
import Secrets
import Web

extension Storefront {
    /// `POST /cart/lines` with `variant` and `quantity` (1 when it is left out), and on to the cart.
    @Sendable func addLine(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form(upTo: 8_192)
        let variant = try form.id("variant", of: Variant.self)
        let shop = try await keeper.shop(in: context.language)
        let visit = Visit(request, context)
        let token = visit.cart ?? SecretToken(world: world)
        let isGuest: Bool
        do {
            let quantity = Int64(try form.integerIfAny("quantity", in: 1...Int(Cart.mostUnits)) ?? 1)
            let sale = shop.sale(from: try form.textIfAny("source", upTo: 200))
            let world = world
            isGuest = try await database.write { transaction in
                let session = try visit.session(at: world.now, in: transaction)
                let key = visit.cartKey(of: session, on: shop.channel) ?? .cookie(token)
                try addToCart(
                    variant, quantity: quantity, to: key, isNew: session == nil && visit.cart == nil, in: sale, on: shop.channel,
                    by: shop.shopper(session), in: transaction, world: world)
                return session == nil
            }
        } catch let refusal as any Refusal {
            return try await refuse(refusal, adding: variant, typed: form, to: visit)
        }
        var response = Response.seeOther("/cart")
        if isGuest, visit.cart == nil { Visit.cartCookie.set(token.text, on: &response, context: context) }
        return response
    }

    /// The page of the product again, with the reason beside the field; or the cart, for what is no product of this shop.
    private func refuse(_ refusal: any Refusal, adding variant: Variant.ID, typed: Fields, to visit: Visit) async throws -> Response {
        let shop = try await keeper.shop(in: visit.tongue.language)
        let page: ProductPage? = try await database.read { [self] snapshot in
            let sellable = try SellableVariant.find([variant], on: shop.channel.priceList, in: snapshot)[variant]
            guard let sellable, sellable.isSellable else { return nil }
            let frame = shop.frame(cart: try ownCorner(of: visit, in: snapshot))
            var page = try ProductPage.load(
                handle: sellable.handle, chosen: variant, frame: frame, in: shop, shelves: shelves, at: world.now, snapshot: snapshot
            ).page
            page.typedQuantity = typed.typed("quantity")
            page.notices = FieldNotices(refusal)
            return page
        }
        if let page { return try templates.response(page, status: refusal.kind.status) }
        return try templates.response(try await cartPage(visit).refusing(refusal), status: refusal.kind.status)
    }
}
