import Customers
import Orders
import Staff

extension WebShop {
    /// Where a sale of this shop takes place.
    /// - Parameter source: what brought the shopper here.
    func sale(from source: String? = nil) -> SaleContext {
        SaleContext(channel: channel.id, source: source ?? "", currency: channel.currency)
    }

    /// Who acts: the customer who is signed in, or a guest.
    func shopper(_ session: CustomerSession?) -> Actor {
        session.map { $0.actor.through(channel.id.bits) } ?? .guest(channel: channel.id.bits)
    }
}
