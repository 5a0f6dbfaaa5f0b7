import Hummingbird
import Web

extension Storefront {
    /// `GET /`
    @Sendable func showHome(_ request: Request, _ context: SeamContext) async throws -> Response {
        try await tilePage("home", to: request, context) { shop, corner, snapshot in
            let (page, row) = try HomePage.load(frame: shop.frame(cart: corner, path: "/"), in: shop, snapshot: snapshot)
            return (page, row, [PageSubject.front, PageSubject.stories])
        }
    }
}
