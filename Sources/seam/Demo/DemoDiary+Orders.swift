import Channels
import Database
import Essentials
import Orders
import Secrets
import Staff

extension DemoDiary {
    /// The whole way of a shopper without an account: cart, checkout, payment.
    func order(
        _ lines: [DemoLine], by shopper: DemoShopper, on platform: DemoPlatform, in database: any Database, world: World
    ) async throws -> Order {
        let channel = platform == .web ? channels.web : channels.marketplace
        let guest = Actor.guest(channel: channel.id.bits)
        let checkout = try await database.write { transaction in
            let context = SaleContext(channel: channel.id, currency: channel.currency)
            let cart = SecretToken(world: world)
            for line in try shelves.lines(lines) {
                try addToCart(
                    line.variant, quantity: line.quantity, to: cart, in: context, on: channel, by: guest, in: transaction, world: world)
            }
            return try beginCheckout(
                of: cart, contact: shopper.contact, on: channel, language: channel.language, link: SecretToken(world: world), by: guest,
                in: transaction, world: world)
        }
        return try await pay(checkout.id, token: "success_token", with: .test, on: channel, by: guest, in: database, world: world)
    }
}
