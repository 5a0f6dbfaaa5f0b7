import Catalog
import Channels
import Database
import Essentials
import Inventory
import Orders
import Secrets
import Staff

/// A shopper on the web, with a cookie of their own.
public struct Buyer: Sendable {
    public let shop: Shop
    public let cookie: SecretToken
    public let channel: Channel

    public init(in shop: Shop, on channel: Channel? = nil) {
        self.shop = shop
        self.channel = channel ?? shop.web
        cookie = SecretToken(world: shop.world)
    }

    public static let contact = Contact(
        email: "aino@example.com", name: "Aino Virtanen", line1: "Fabianinkatu 1", postalCode: "00100", city: "Helsinki", country: "FI")

    private var actor: Actor { .guest(channel: channel.id.bits) }

    public func adds(_ variant: Variant.ID, _ quantity: Int64 = 1) async throws {
        let (cookie, channel, actor, world) = (cookie, channel, actor, shop.world)
        let context = SaleContext(channel: channel.id, currency: channel.currency)
        try await shop.write {
            try addToCart(variant, quantity: quantity, to: .cookie(cookie), in: context, on: channel, by: actor, in: $0, world: world)
        }
    }

    public func checksOut(_ contact: Contact = Buyer.contact) async throws -> Checkout {
        let (cookie, channel, actor, world) = (cookie, channel, actor, shop.world)
        return try await shop.write {
            try beginCheckout(
                of: .cookie(cookie), contact: contact, on: channel, language: "en", link: SecretToken(world: world), by: actor, in: $0,
                world: world)
        }
    }

    public func pays(
        _ checkout: Checkout, token: String = "success_token", with provider: PaymentProvider = .test
    ) async throws -> Order {
        try await pay(
            .id(checkout.id), token: token, with: provider, on: channel, by: actor, in: shop.database, world: shop.world)
    }

    /// The whole way, from the shelf to the order.
    public func buys(_ variant: Variant.ID, _ quantity: Int64 = 1, as contact: Contact = Buyer.contact) async throws -> Order {
        try await adds(variant, quantity)
        return try await pays(checksOut(contact))
    }
}
