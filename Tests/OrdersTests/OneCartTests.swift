import Catalog
import Customers
import Database
import Essentials
import Orders
import Secrets
import Staff
import TestKit
import Testing

@Suite("One cart for one customer")
struct OneCartTests {
    /// Several browsers of one person, each with a cart of its own that holds one thing.
    private struct Browsers: Sendable {
        let cookies: [SecretToken]
        let things: [Variant.ID]
        let customer: Customer
        let shop: Shop

        init(_ count: Int, in shop: Shop) async throws {
            self.shop = shop
            let draft = GuestDraft(name: "Quentin Zzyzx", email: "zzyzx@example.com", language: "en")
            customer = try await shop.write { try createGuest(draft, by: shop.owner, in: $0, world: shop.world) }
            var cookies: [SecretToken] = []
            var things: [Variant.ID] = []
            for number in 1...count {
                things.append(try await shop.product("Cup \(number)", stock: 5))
                cookies.append(SecretToken(world: shop.world))
            }
            (self.cookies, self.things) = (cookies, things)
        }

        var theirs: CartKey { .customer(customer.id, on: shop.web.id) }
        private var context: SaleContext { SaleContext(channel: shop.web.id, currency: shop.web.currency) }

        func add(_ number: Int, to key: CartKey) async throws {
            try await shop.write { transaction in
                try addToCart(
                    things[number], quantity: 1, to: key, in: context, on: shop.web, by: .guest(channel: shop.web.id.bits), in: transaction,
                    world: shop.world)
            }
        }

        func signIn(_ number: Int) async throws {
            try await shop.write { transaction in
                try claimCart(
                    cookies[number], for: customer.id, on: shop.web, by: Actor(.customer(customer.id.bits)), in: transaction,
                    world: shop.world)
            }
        }

        func inCart() async throws -> Set<Variant.ID> {
            try await shop.database.read { reading in
                guard let cart = try Cart.find(theirs, in: reading) else { return [] }
                return Set(try cart.lines(in: reading).map(\.variant))
            }
        }
    }

    @Test("browsers that sign in at the same moment end with one cart that holds what each had", arguments: TestDatabase.all)
    func signingInAtOnce(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let browsers = try await Browsers(8, in: shop)
            for (number, cookie) in browsers.cookies.enumerated() { try await browsers.add(number, to: .cookie(cookie)) }
            let outcomes = await concurrently(8) { try await browsers.signIn($0) }
            #expect(outcomes.failures.isEmpty)
            #expect(try await browsers.inCart() == Set(browsers.things))
        }
    }

    @Test("browsers that are signed in and add at the same moment fill the same cart", arguments: TestDatabase.all)
    func addingAtOnce(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let browsers = try await Browsers(8, in: shop)
            let outcomes = await concurrently(8) { try await browsers.add($0, to: browsers.theirs) }
            #expect(outcomes.failures.isEmpty)
            #expect(try await browsers.inCart() == Set(browsers.things))
        }
    }
}
