import Customers
import Hummingbird
import Web

extension Storefront {
    /// `POST /sign-out`. The cart goes with the customer: whoever sits here next begins an empty one.
    @Sendable func signOut(_ request: Request, _ context: SeamContext) async throws -> Response {
        let visit = Visit(request, context)
        if let account = visit.account {
            try await database.write { try signOutCustomer(account, in: $0) }
        }
        var response = Response.seeOther("/")
        Visit.accountCookie.clear(on: &response, context: context)
        Visit.cartCookie.clear(on: &response, context: context)
        return response
    }
}
