import Essentials
import Hummingbird
import Secrets
import Staff
import Web

extension Desk {
    /// The sign-in form; on a database without an owner, the way to the set-up.
    func showSignIn(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard try await database.read({ try StaffMember.isShopFounded(in: $0) }) else { return .seeOther("/desk/set-up") }
        let query = try request.query()
        return try templates.response(
            SignInPage(
                form: Form(["to": query.typed("to"), "language": query.typed(LanguageChoice.field)]), hasSignedOut: query.has("out")),
            in: language(of: request))
    }

    /// Opens a session. A wrong name and a wrong password are refused alike.
    func acceptSignIn(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form()
        do {
            let started = try await signIn(
                name: form.text("email", upTo: 254), password: form.secret("password"),
                replacing: Self.cookie.value(in: request, context: context).flatMap { SecretToken($0) },
                on: database, hasher: hasher, world: world)
            try await takeLanguage(form, into: started.session)
            return begin(started, goingTo: form.typed("to"), context)
        } catch let refusal as any Refusal {
            let page = SignInPage(form: Form(typed: form, notices: FieldNotices(refusal)))
            return try templates.response(page, in: language(of: request), status: refusal.kind.status)
        }
    }

    /// Ends the session of this browser.
    func acceptSignOut(_ request: Request, _ context: SeamContext) async throws -> Response {
        if let token = Self.cookie.value(in: request, context: context).flatMap({ SecretToken($0) }) {
            let world = world
            try await database.write { try signOut(token, in: $0, world: world) }
        }
        var response = Response.seeOther("/desk/sign-in?out=1")
        Self.cookie.clear(on: &response, context: context)
        return response
    }

    func begin(_ started: StartedSession, goingTo path: String, _ context: SeamContext) -> Response {
        var response = Response.seeOther(path.hasPrefix("/desk") ? path : "/desk")
        Self.cookie.set(started.token.text, on: &response, context: context)
        return response
    }
}
