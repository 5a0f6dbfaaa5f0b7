import Customers
import Database
import Essentials
import Hummingbird
import Inventory
import Orders
import Secrets
import Web

extension Storefront {
    /// `POST /checkout`: holds the units and goes on to the payment. What is wrong with a field is said beside it; when
    /// units are missing the cart says of which.
    @Sendable func beginCheckoutOfCart(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form(upTo: 32_768)
        let visit = Visit(request, context)
        let shop = try await keeper.shop(in: context.language)
        let link = SecretToken(world: world)
        do {
            let contact = Contact(typed: form)
            let world = world
            let keys = try await database.contended { snapshot in
                try visit.cartKey(on: shop.channel, at: world.now, in: snapshot).map { try Cart.contended($0, in: snapshot) } ?? []
            }
            try await database.write(contending: keys) { transaction in
                let session = try visit.session(at: world.now, in: transaction)
                guard let key = visit.cartKey(of: session, on: shop.channel) else { throw OrdersRefusal.emptyCart }
                _ = try beginCheckout(
                    of: key, contact: contact, on: shop.channel, language: shop.language, link: link,
                    by: shop.shopper(session), in: transaction, world: world)
            }
            return .seeOther("/checkout/" + link.text)
        } catch let refusal as any Refusal {
            return try await refuse(refusal, typed: form, to: visit)
        }
    }

    private func refuse(_ refusal: any Refusal, typed: Fields, to visit: Visit) async throws -> Response {
        if refusal.isAboutContact, var page = try? await checkoutPage(visit, typed: typed) {
            page.notices = FieldNotices(refusal)
            return try templates.response(page, status: refusal.kind.status)
        }
        return try templates.response(try await cartPage(visit).refusing(refusal), status: refusal.kind.status)
    }
}

extension Refusal {
    /// Whether everything that is wrong stands in a field of the address form.
    fileprivate var isAboutContact: Bool {
        parts.allSatisfy { if case OrdersRefusal.contact = $0 { true } else { false } }
    }
}

extension Contact {
    /// As it was typed; the checkout itself looks at it.
    init(typed form: Fields) {
        self.init(
            email: form.typed("email"), name: form.typed("name"), phone: form.typed("phone"), line1: form.typed("line1"),
            line2: form.typed("line2"), postalCode: form.typed("postal_code"), city: form.typed("city"), region: form.typed("region"),
            country: form.typed("country"))
    }
}
