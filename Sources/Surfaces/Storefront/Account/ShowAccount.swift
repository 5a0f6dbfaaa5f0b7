import Channels
import Customers
import Database
import Essentials
import Hummingbird
import Orders
import Web

extension Storefront {
    /// `GET /account`: the customer's orders, the newest first; to the sign-in for everybody else.
    @Sendable func showAccount(_ request: Request, _ context: SeamContext) async throws -> Response {
        let before = try request.query().integerIfAny("before", in: 1...Int.max)
        let visit = Visit(request, context)
        let shop = try await keeper.shop(in: context.language)
        let now = world.now
        let found = try await database.read { [self] snapshot -> (AccountPage, CustomerSession)? in
            guard let session = try visit.session(at: now, in: snapshot) else { return nil }
            let frame = shop.frame(cart: try ownCorner(of: visit, in: snapshot), path: "/account")
            return (try AccountPage.load(session, before: before.map(Int64.init), frame: frame, in: shop, snapshot: snapshot), session)
        }
        guard let (page, session) = found else { return .seeOther("/sign-in?next=/account") }
        if session.isDueToBeSeen(at: now) {
            let world = world
            try await database.write { try seeCustomerSession(session.id, in: $0, world: world) }
        }
        return try templates.response(page)
    }

    /// `GET /account/orders/{number}`, for the customer whose order it is.
    /// - Throws: `StorefrontRefusal.noOrder` for everybody else.
    @Sendable func showOwnOrder(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let number = context.parameter("number").flatMap({ Int64($0) }) else { throw StorefrontRefusal.noOrder }
        let visit = Visit(request, context)
        let shop = try await keeper.shop(in: context.language)
        let now = world.now
        let page = try await database.read { [self] snapshot -> OrderPage? in
            guard let session = try visit.session(at: now, in: snapshot) else { return nil }
            guard let order = try Order.find(number: number, in: snapshot), let buyer = order.customer,
                try Customer.identities(of: session.customer.id, in: snapshot).contains(buyer)
            else { throw StorefrontRefusal.noOrder }
            let frame = shop.frame(cart: try ownCorner(of: visit, in: snapshot))
            return OrderPage(try OrderDetail.load(order, by: session.actor, in: snapshot), frame: frame, in: shop)
        }
        guard let page else { return .seeOther("/sign-in?next=/account/orders/\(number)") }
        return try templates.response(page)
    }
}

extension AccountPage {
    static func load(
        _ session: CustomerSession, before: Int64?, frame: Frame, in shop: WebShop, snapshot: Snapshot
    ) throws -> AccountPage {
        let customer = session.customer
        var filter = OrderList.Filter()
        filter.customer = customer.id
        let list = try OrderList.page(filter, before: before, limit: 20, in: snapshot)
        let contacts = try ContactPoint.of([customer.id], in: snapshot)[customer.id] ?? []
        let language = shop.language
        return AccountPage(
            frame: frame, name: customer.name ?? "", email: contacts.first { $0.kind == .email }?.text ?? "",
            orders: list.orders.map { OrderLine($0, in: shop) }, older: list.next.map { "/account?before=\($0)" },
            addresses: try CustomerAddress.of(customer.id, in: snapshot).map { BookedAddress($0, in: language) },
            countries: Country.all(in: language, chosen: shop.country))
    }
}

extension Visit {
    func session(at now: Instant, in reading: some Reading) throws -> CustomerSession? {
        try account.flatMap { try CustomerSession.find($0, at: now, in: reading) }
    }

    /// Whose cart they see: their own in every browser that they have signed in with, else what this one's cookie stands for.
    func cartKey(of session: CustomerSession?, on channel: Channel) -> CartKey? {
        session.map { .customer($0.customer.id, on: channel.id) } ?? cart.map { .cookie($0) }
    }

    func cartKey(on channel: Channel, at now: Instant, in reading: some Reading) throws -> CartKey? {
        cartKey(of: try session(at: now, in: reading), on: channel)
    }
}
