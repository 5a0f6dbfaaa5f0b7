import Catalog
import Customers
import Database
import Essentials
import Orders
import Secrets
import Staff
import TestKit
import Testing

@testable import Feed

@Suite("Who bought")
struct ContactTests {
    /// Somebody with an account, who has bought once and begun to buy again.
    private struct Regular: Sendable {
        let customer: Customer
        let order: Order
        let open: Checkout

        init(in shop: Shop) async throws {
            let draft = GuestDraft(name: "Quentin Zzyzx", email: "zzyzx@example.com", language: "en")
            customer = try await shop.write { try createGuest(draft, by: shop.owner, in: $0, world: shop.world) }
            let lamp = try await shop.product("Lamp", stock: 5)
            order = try await Buyer(in: shop).pays(Self.begins(lamp, customer, in: shop))
            open = try await Self.begins(lamp, customer, in: shop)
        }

        private static func begins(_ lamp: Variant.ID, _ customer: Customer, in shop: Shop) async throws -> Checkout {
            let context = SaleContext(channel: shop.web.id, currency: shop.web.currency)
            let actor = Actor(.customer(customer.id.bits), channel: shop.web.id.bits)
            return try await shop.write { transaction in
                let cart = CartKey.customer(customer.id, on: shop.web.id)
                try addToCart(
                    lamp, quantity: 1, to: cart, in: context, on: shop.web, by: actor, in: transaction,
                    world: shop.world)
                return try beginCheckout(
                    of: cart, contact: Buyer.contact, on: shop.web, language: "en", link: SecretToken(world: shop.world), by: actor,
                    in: transaction, world: shop.world)
            }
        }
    }

    private func detail(of order: Order, for actor: Actor, in shop: Shop) async throws -> OrderDetail {
        try await shop.database.read { try OrderDetail.load(order, by: actor, in: $0) }
    }

    @Test("is told to the customer and to those who work where it was sold or comes from, and to nobody else", arguments: TestDatabase.all)
    func mayRead(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let regular = try await Regular(in: shop)
            func associate(at location: UInt128?) -> Actor {
                Actor(.staff(StaffMember.ID(bits: 7)), grants: [Grant(role: .associate, location: location)])
            }
            for actor in [
                Actor(.customer(regular.customer.id.bits)), associate(at: shop.warehouse.id.bits), associate(at: nil), shop.owner,
            ] {
                let seen = try await detail(of: regular.order, for: actor, in: shop)
                #expect(seen.contact?.name == "Aino Virtanen" && !seen.isContactWithheld)
            }
            for actor in [Actor(.customer(9)), .guest(channel: nil), associate(at: shop.harbour.id.bits)] {
                let seen = try await detail(of: regular.order, for: actor, in: shop)
                #expect(seen.contact == nil && seen.isContactWithheld)
            }
        }
    }

    @Test(
        "goes when the customer is erased, of placed orders and of checkouts that were left; the order stays", arguments: TestDatabase.all)
    func erased(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let regular = try await Regular(in: shop)
            let guest = try await Buyer(in: shop).buys(try await shop.product("Cup", stock: 1))
            try await shop.write { try eraseCustomer(regular.customer.id, by: shop.owner, in: $0, world: shop.world) }
            try await Follower.eraseContacts.catchUp(in: shop.database, world: shop.world)
            let left = try await detail(of: regular.order, for: shop.owner, in: shop)
            #expect(left.contact == nil && !left.isContactWithheld && left.lines.count == 1)
            #expect(try await shop.database.read { try CheckoutDetail.load(regular.open, in: $0).contact } == nil)
            #expect(try await detail(of: guest, for: shop.owner, in: shop).contact != nil)
        }
    }

    @Test("of a guest goes when a manager erases it, twice at once is once, and an associate may not", arguments: TestDatabase.all)
    func guest(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let order = try await Buyer(in: shop).buys(try await shop.product("Cup", stock: 1))
            let associate = Actor(.staff(StaffMember.ID(bits: 7)), grants: [Grant(role: .associate, location: nil)])
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await shop.write { try eraseContact(of: order.id, by: associate, in: $0, world: shop.world) }
            }
            let outcomes = await concurrently(2) { _ in
                try await shop.write { try eraseContact(of: order.id, by: shop.owner, in: $0, world: shop.world) }
            }
            #expect(outcomes.failures.isEmpty)
            #expect(try await shop.topics().filter { $0 == "order.contact_erased" }.count == 1)
            #expect(try await detail(of: order, for: shop.owner, in: shop).contact == nil)
        }
    }
}
