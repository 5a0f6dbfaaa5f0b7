import Channels
import Customers
import Database
import Essentials
import Feed
import Inventory
import Logging
import Orders
import Secrets
import Staff

/// Those who shop on the web and on the marketplace, and what they have there: accounts and orders.
struct DemoShoppers: Sendable {
    let secrets: DemoSecrets
    /// By shopper: the order that they placed last.
    var orders: [String: Order.ID] = [:]
    private var accounts: [String: Customer.ID] = [:]

    init(secrets: DemoSecrets) {
        self.secrets = secrets
    }

    /// The whole way of a shopper, as far as they go: cart, checkout, payment. Who wants what is sold out leaves it.
    mutating func shop(
        _ lines: [DemoLine], as shopper: DemoShopper, on channel: Channel, until ending: DemoEnding, diary: DemoDiary,
        in database: any Database, world: World
    ) async throws {
        let guest = Actor.guest(channel: channel.id.bits)
        let account = try await account(of: shopper, on: channel, by: guest, in: database, world: world)
        let cart = Self.cart(of: account, on: channel, world: world)
        do {
            let checkout = try await database.write { transaction -> Checkout? in
                try diary.fill(cart, with: lines, on: channel, by: guest, in: transaction, world: world)
                if ending == .leftInCart { return nil }
                return try beginCheckout(
                    of: cart, contact: shopper.contact, on: channel, language: channel.language, link: SecretToken(world: world), by: guest,
                    in: transaction, world: world)
            }
            guard let checkout, ending != .leftAtCheckout else { return }
            if ending != .paid { await decline(checkout.id, on: channel, by: guest, in: database, world: world) }
            guard ending != .declined else { return }
            let order = try await pay(
                .id(checkout.id), token: "success_token", with: .test, on: channel, by: guest, in: database, world: world)
            orders[shopper.key] = order.id
        } catch is InventoryRefusal {
            return
        }
    }

    private static func cart(of account: Customer.ID?, on channel: Channel, world: World) -> CartKey {
        if let account { .customer(account, on: channel.id) } else { .cookie(SecretToken(world: world)) }
    }

    /// Who has an account opens it when they first come to our own shop.
    private mutating func account(
        of shopper: DemoShopper, on channel: Channel, by guest: Actor, in database: any Database, world: World
    ) async throws -> Customer.ID? {
        guard shopper.hasAccount, channel.kind == .web else { return nil }
        if let account = accounts[shopper.key] { return account }
        let draft = RegistrationDraft(
            name: shopper.contact.name, email: shopper.contact.email, language: channel.language, password: secrets.password)
        let opened = try await database.write {
            try registerCustomer(draft, by: guest, in: $0, world: world).session.customer.id
        }
        accounts[shopper.key] = opened
        return opened
    }

    private func decline(
        _ checkout: Checkout.ID, on channel: Channel, by guest: Actor, in database: any Database, world: World
    ) async {
        // A card that the provider does not take: the refusal is what shall happen.
        _ = try? await pay(.id(checkout), token: "declined_token", with: .test, on: channel, by: guest, in: database, world: world)
    }
}

extension DemoDiary {
    func fill(
        _ cart: CartKey, with lines: [DemoLine], on channel: Channel, by guest: Actor,
        in transaction: Transaction, world: World
    ) throws {
        let context = SaleContext(channel: channel.id, currency: channel.currency)
        for line in try shelves.lines(lines) {
            try addToCart(
                line.variant, quantity: line.quantity, to: cart, in: context, on: channel, by: guest, in: transaction,
                world: world)
        }
    }

    /// Checkouts whose time is over, as the server would end them.
    func expireCheckouts(in database: any Database, world: World) async throws {
        let timers = TimerRunner([.checkoutExpiry], on: database, world: world, logger: Logger(label: "seam.demo"))
        _ = try await timers.fireDue()
    }
}
