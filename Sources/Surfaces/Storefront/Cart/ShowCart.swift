import Catalog
import Essentials
import HTTPTypes
import Hummingbird
import Web

extension Storefront {
    /// `GET /cart`; after something was taken out, with the way to put it back.
    @Sendable func showCart(_ request: Request, _ context: SeamContext) async throws -> Response {
        let query = try request.query()
        let removed: (Variant.ID, Int64)? =
            if let variant = try? query.idIfAny("removed", of: Variant.self),
                let count = try? query.integerIfAny("quantity", in: 1...10_000)
            {
                (variant, Int64(count))
            } else { nil }
        return try templates.response(try await cartPage(Visit(request, context), removed: removed))
    }

    func cartPage(_ visit: Visit, removed: (variant: Variant.ID, quantity: Int64)? = nil) async throws -> CartPage {
        let shop = try await keeper.shop(in: visit.tongue.language)
        let now = world.now
        return try await database.read { [self] snapshot in
            let key = try visit.cartKey(on: shop.channel, at: now, in: snapshot)
            return try CartPage.load(key, removed: removed, in: shop, at: now, snapshot: snapshot) { try ownCorner($0, in: visit.tongue) }
        }
    }
}
