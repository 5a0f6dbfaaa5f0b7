import Customers
import Essentials
import Foundation
import Hummingbird
import Web

extension Storefront {
    /// `POST /account/addresses`: puts an address into the customer's book; what cannot be is said beside its field.
    @Sendable func keepAddress(_ request: Request, _ context: SeamContext) async throws -> Response {
        let form = try await request.form(upTo: 16_384)
        let visit = Visit(request, context)
        let shop = try await keeper.shop(in: context.language)
        let world = world
        do {
            let address = try PostalAddress(typed: form)
            let isKept = try await database.write { transaction -> Bool in
                guard let session = try visit.session(at: world.now, in: transaction) else { return false }
                _ = try saveAddress(
                    address, for: session.customer.id, by: shop.shopper(session), in: transaction, world: world)
                return true
            }
            return .seeOther(isKept ? "/account" : "/sign-in?next=/account")
        } catch let refusal as any Refusal {
            let page = try await database.read { [self] snapshot -> AccountPage? in
                guard let session = try visit.session(at: world.now, in: snapshot) else { return nil }
                let frame = shop.frame(cart: try ownCorner(of: visit, in: snapshot), path: "/account")
                var page = try AccountPage.load(session, before: nil, frame: frame, in: shop, snapshot: snapshot)
                page.typed = form
                page.notices = FieldNotices(refusal)
                return page
            }
            guard let page else { return .seeOther("/sign-in?next=/account") }
            return try templates.response(page, status: refusal.kind.status)
        }
    }

    /// `POST /account/addresses/{id}/removal`
    @Sendable func dropAddress(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let address = context.parameter("id").flatMap({ CustomerAddress.ID($0) }) else { throw HTTPError(.notFound) }
        let visit = Visit(request, context)
        let shop = try await keeper.shop(in: context.language)
        let world = world
        try await database.write { transaction in
            guard let session = try visit.session(at: world.now, in: transaction) else { return }
            try removeAddress(address, of: session.customer.id, by: shop.shopper(session), in: transaction, world: world)
        }
        return .seeOther("/account")
    }
}

extension PostalAddress {
    /// - Throws: `CustomerRefusal.addressMalformed`.
    fileprivate init(typed form: Fields) throws {
        try self.init(
            name: form.typed("name"), lines: [form.typed("line1"), form.typed("line2")], city: form.typed("city"),
            region: form.typed("region"), postalCode: form.typed("postal_code"), country: form.typed("country"))
    }
}

extension BookedAddress {
    init(_ booked: CustomerAddress, in language: String) {
        let address = booked.address
        let place = [address.postalCode, address.city, address.region].compactMap { $0 }.joined(separator: " ")
        let country = Locale(identifier: language).localizedString(forRegionCode: address.country) ?? address.country
        path = "/account/addresses/\(booked.id)"
        lines = [address.name] + address.lines + [place, country]
    }
}
