import Customers
import Essentials
import Hummingbird
import Orders
import Secrets
import Web

extension Storefront {
    /// `POST /sign-in`: the cart of this browser becomes the customer's, with what they left in another one.
    @Sendable func signIn(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form(upTo: 8_192)
        let visit = Visit(request, context)
        do {
            let started = try await signInCustomer(
                email: try form.text("email", upTo: 254), password: try form.secret("password"), replacing: visit.account,
                on: database, hasher: hasher, world: world)
            return try await welcome(started, visit: visit, next: form.typed("next"), context: context)
        } catch let refusal as any Refusal {
            return try await refuse(refusal, .signIn, typed: form, request, context)
        }
    }

    /// `POST /register`: opens an account and signs its owner in.
    @Sendable func register(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form(upTo: 8_192)
        let visit = Visit(request, context)
        let shop = try await keeper.shop(in: context.language)
        do {
            let name = try form.text("name", upTo: 200)
            let email = try form.text("email", upTo: 254)
            let password = try await hasher.hash(password: try form.secret("password"), world: world)
            let draft = RegistrationDraft(name: name, email: email, language: shop.language, password: password)
            let world = world
            let started = try await database.write { transaction in
                try registerCustomer(draft, replacing: visit.account, by: shop.shopper(nil), in: transaction, world: world)
            }
            return try await welcome(started, visit: visit, next: form.typed("next"), context: context)
        } catch let refusal as any Refusal {
            return try await refuse(refusal, .register, typed: form, request, context)
        }
    }

    /// Hands the session to the browser, and the cart to the customer.
    private func welcome(
        _ started: StartedCustomerSession, visit: Visit, next: String, context: SeamContext
    ) async throws -> Response {
        let shop = try await keeper.shop(in: context.language)
        let world = world
        if let token = visit.cart {
            try await database.write { transaction in
                try claimCart(
                    token, for: started.session.customer.id, on: shop.channel, by: shop.shopper(started.session), in: transaction,
                    world: world)
            }
        }
        var response = Response.seeOther(next.isEmpty ? "/account" : next)
        Visit.accountCookie.set(started.token.text, on: &response, context: context)
        return response
    }

    private func refuse(
        _ refusal: any Refusal, _ kind: SignInPage.Form, typed: Fields, _ request: Request, _ context: SeamContext
    ) async throws -> Response {
        var page = try await signInPage(request, context, next: typed.typed("next"))
        page.form = kind
        page.typed = typed
        page.notices = FieldNotices(refusal)
        return try templates.response(page, status: refusal.kind.status)
    }
}
