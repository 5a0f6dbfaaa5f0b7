import Catalog
import Channels
import Essentials
import Inventory
import Orders
import Places
import TestKit
import Testing

@Suite("A channel that sells from forty shops")
struct ManyLocationsTests {
    @Test("finds units in far corners, of several lines at once, and all that there are", arguments: TestDatabase.all)
    func farCorners(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            let stores = try await open(40, in: shop)
            let web = try await shop.write { [locations = shop.web.locations + stores.map(\.id)] in
                try setChannelLocations(
                    of: shop.web.id, to: locations, version: shop.web.version, by: shop.owner, in: $0, world: shop.world)
            }
            let lamp = try await shop.product("Lamp", stock: 1, at: stores[30])
            try await shop.receive(2, of: lamp, at: stores[38])
            let bowl = try await shop.product("Bowl", stock: 1, at: stores[35])
            let cup = try await shop.product("Cup", stock: 1, at: stores[20])
            for store in stores[21..<32] { try await shop.receive(1, of: cup, at: store) }

            let buyer = Buyer(in: shop, on: web)
            try await buyer.adds(lamp, 3)
            try await buyer.adds(bowl)
            try await buyer.adds(cup, 12)
            _ = try await buyer.pays(buyer.checksOut())
            for variant in [lamp, bowl, cup] { #expect(try await shop.shown(variant, on: web) == 0) }
            await #expect(throws: InventoryRefusal.self) { try await Buyer(in: shop, on: web).buys(cup) }
            try await shop.expectBooksAreSound()
        }
    }

    private func open(_ count: Int, in shop: Shop) async throws -> [Location] {
        let (owner, world) = (shop.owner, shop.world)
        return try await shop.write { transaction in
            let zone = try #require(IANATimeZone("Europe/Helsinki"))
            return try (1...count).map { number in
                let draft = LocationDraft(
                    code: "T\(number)", name: "Store \(number)", kind: .store,
                    address: Address(lines: ["\(number) High Street"], city: "Turku", country: "FI"), timeZone: zone)
                return try createLocation(draft, by: owner, in: transaction, world: world)
            }
        }
    }
}
