import Catalog
import Channels
import Database
import Essentials
import Orders
import Secrets
import Staff
import TestKit
import Testing

@Suite("What stays in the cart after buying")
struct CartAfterBuyingTests {
    private func inCart(_ buyer: Buyer) async throws -> [Variant.ID: Int64]? {
        let cookie = buyer.cookie
        return try await buyer.shop.database.read { reading in
            guard let cart = try Cart.find(.cookie(cookie), in: reading) else { return nil }
            return Dictionary(uniqueKeysWithValues: try cart.lines(in: reading).map { ($0.variant, $0.quantity) })
        }
    }

    private func set(_ variant: Variant.ID, to quantity: Int64, of buyer: Buyer) async throws {
        let shop = buyer.shop
        try await shop.write { transaction in
            _ = try changeCart(
                variant, to: quantity, in: .cookie(buyer.cookie), by: .guest(channel: shop.web.id.bits), in: transaction, world: shop.world)
        }
    }

    @Test("what was put in while the checkout was open has not been bought, and stays", arguments: TestDatabase.all)
    func addedMeanwhile(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let cup = try await shop.product("Cup", stock: 9)
            let lamp = try await shop.product("Lamp", stock: 9)
            let buyer = Buyer(in: shop)
            try await buyer.adds(cup, 2)
            let checkout = try await buyer.checksOut()
            try await buyer.adds(lamp)
            try await buyer.adds(cup, 3)
            let order = try await buyer.pays(checkout)
            let bought = try await shop.database.read { try OrderDetail.load(order, by: shop.owner, in: $0) }
            #expect(bought.lines.map(\.quantity) == [2])
            #expect(try await inCart(buyer) == [cup: 3, lamp: 1])

            let next = try await buyer.pays(buyer.checksOut())
            #expect(next.number == 2)
            #expect(try await inCart(buyer) == nil)
        }
    }

    @Test("a cart that was made smaller meanwhile is empty afterwards, and over", arguments: TestDatabase.all)
    func takenOutMeanwhile(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let cup = try await shop.product("Cup", stock: 9)
            let lamp = try await shop.product("Lamp", stock: 9)
            let buyer = Buyer(in: shop)
            try await buyer.adds(cup, 2)
            try await buyer.adds(lamp)
            let checkout = try await buyer.checksOut()
            try await set(cup, to: 1, of: buyer)
            try await set(lamp, to: 0, of: buyer)
            _ = try await buyer.pays(checkout)
            #expect(try await inCart(buyer) == nil)
        }
    }
}
