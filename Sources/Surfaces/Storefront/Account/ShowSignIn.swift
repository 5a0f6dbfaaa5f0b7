import Essentials
import Hummingbird
import Web

extension Storefront {
    /// `GET /sign-in`, with `next` for where to go on.
    @Sendable func showSignIn(_ request: Request, _ context: SeamContext) async throws -> Response {
        let next = try request.query().typed("next")
        return try templates.response(try await signInPage(request, context, next: next))
    }

    func signInPage(_ request: Request, _ context: SeamContext, next: String) async throws -> SignInPage {
        let frame = try await ownFrame(Visit(request, context))
        return SignInPage(frame: frame, next: next.isEmpty ? "/account" : Response.localPath(next))
    }
}
