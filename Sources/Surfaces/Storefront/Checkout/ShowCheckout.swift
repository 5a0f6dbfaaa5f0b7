import Customers
import Essentials
import Hummingbird
import Orders
import Web

extension Storefront {
    /// `GET /checkout`: asks who buys and where it goes; back to the cart when there is nothing that could be bought.
    @Sendable func showCheckout(_ request: Request, _ context: SeamContext) async throws -> Response {
        do {
            return try templates.response(try await checkoutPage(Visit(request, context)))
        } catch is OrdersRefusal {
            return .seeOther("/cart")
        }
    }

    func checkoutPage(_ visit: Visit, typed: Fields? = nil) async throws -> CheckoutPage {
        let shop = try await keeper.shop(in: visit.tongue.language)
        let now = world.now
        return try await database.read { [self] snapshot in
            let session = try visit.session(at: now, in: snapshot)
            return try CheckoutPage.load(
                visit.cartKey(of: session, on: shop.channel), typed: typed, session: session, in: shop, at: now,
                snapshot: snapshot
            ) {
                try ownCorner($0, in: visit.tongue)
            }
        }
    }
}
