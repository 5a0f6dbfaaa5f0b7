import Catalog
import Customers
import Database
import Essentials
import Inventory
import Orders
import Secrets
import Web

extension CheckoutPage {
    /// - Parameter typed: what the shopper has filled in; before that, what is known of a customer who is signed in.
    /// - Throws: `OrdersRefusal.emptyCart`, and `.notForSale` when the cart must be looked at first.
    static func load(
        _ key: CartKey?, typed: Fields? = nil, session: CustomerSession? = nil, in shop: WebShop, at now: Instant, snapshot: Snapshot,
        corner: (Int) throws -> Corner
    ) throws -> CheckoutPage {
        guard let cart = try key.flatMap({ try Cart.find($0, in: snapshot) }) else { throw OrdersRefusal.emptyCart }
        let channel = shop.channel
        let lines = try cart.lines(in: snapshot)
        let variants = try SellableVariant.find(lines.map(\.variant), on: channel.priceList, language: shop.language, in: snapshot)
        let quote = try Quote(lines, of: variants, in: channel.currency)
        let stock = try availability(of: lines.map(\.variant).filter { variants[$0]?.isTracked == true }, on: channel, in: snapshot)
        let typed = try typed ?? session.map { try known(of: $0, in: snapshot) } ?? Fields()
        let country = typed.typed("country").isEmpty ? shop.country : typed.typed("country")
        return CheckoutPage(
            frame: shop.frame(cart: try corner(lines.reduce(0) { $0 + Int($1.quantity) })),
            lines: quote.lines.map {
                SummaryLine(title: $0.variant.title, quantity: $0.quantity, total: $0.total.formatted(in: shop.language))
            },
            total: quote.total.formatted(in: shop.language), countries: Country.all(in: shop.language, chosen: country),
            promise: try stock.areThere(lines, held: cart.held(in: snapshot)) ? DeliveryPromise(in: shop, ordered: now) : nil,
            visit: StoreVisit(in: stock.places(of: lines), of: shop, at: now), typed: typed)
    }

    private static func known(of session: CustomerSession, in snapshot: Snapshot) throws -> Fields {
        var fields: [(name: String, value: String)] = [("name", session.customer.name ?? "")]
        let contacts = try ContactPoint.of([session.customer.id], in: snapshot)[session.customer.id] ?? []
        if let email = contacts.first(where: { $0.kind == .email }) { fields.append(("email", email.text)) }
        if let address = try CustomerAddress.of(session.customer.id, in: snapshot).first?.address {
            fields += [
                ("line1", address.lines.first ?? ""), ("line2", address.lines.dropFirst().first ?? ""), ("city", address.city),
                ("region", address.region ?? ""), ("postal_code", address.postalCode ?? ""), ("country", address.country),
            ]
        }
        return Fields(fields)
    }
}
