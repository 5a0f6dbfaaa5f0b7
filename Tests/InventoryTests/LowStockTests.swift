import Catalog
import Database
import Feed
import Inventory
import Settings
import TestKit
import Testing

@Suite("What is running low")
struct LowStockTests {
    @Test("is listed, the least first, by the bound that the owner draws", arguments: TestDatabase.all)
    func listing(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            func low(upTo most: Int64? = nil) async throws -> [Int64] {
                try await Follower.lowStock.catchUp(in: shop.database, world: shop.world)
                return try await shop.database.read { try LowStock.page(upTo: most, limit: 9, in: $0).map(\.free) }
            }
            let lamp = try await shop.product("Lamp", stock: 6)
            _ = try await shop.product("Chair", stock: 3)
            _ = try await shop.product("Table", stock: 40)
            #expect(try await low() == [3])
            _ = try await Buyer(in: shop).buys(lamp, 2)
            #expect(try await low() == [3, 4])
            #expect(try await low(upTo: 3) == [3])
            try await shop.receive(10, of: lamp, at: shop.harbour)
            #expect(try await low() == [3])

            let (owner, world) = (shop.owner, shop.world)
            var settings = ShopSettings()
            settings.lowStock = 20
            let wider = settings
            try await shop.write { try changeSettings(wider, by: owner, in: $0, world: world) }
            #expect(try await low() == [3, 14])
        }
    }

    @Test("what one place owes is counted against what lies in another", arguments: TestDatabase.all)
    func owing(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            func low() async throws -> [Int64] {
                try await Follower.lowStock.catchUp(in: shop.database, world: shop.world)
                return try await shop.database.read { try LowStock.page(limit: 9, in: $0).map(\.free) }
            }
            let lamp = try await shop.product("Lamp", stock: 1, whenSoldOut: .backorder)
            _ = try await Buyer(in: shop).buys(lamp, 7)
            #expect(try await low() == [-6])
            try await shop.receive(20, of: lamp, at: shop.harbour)
            #expect(try await low() == [])
            // More than the bound stays on the shelf, and yet there is little when all is added up.
            for _ in 1...3 { _ = try await Buyer(in: shop).buys(lamp, 3) }
            #expect(try await low() == [5])
        }
    }

    @Test("an empty shelf is nothing to tell of while a few others have plenty", arguments: TestDatabase.all)
    func plentyElsewhere(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            func low() async throws -> [Int64] {
                try await Follower.lowStock.catchUp(in: shop.database, world: shop.world)
                return try await shop.database.read { try LowStock.page(limit: 9, in: $0).map(\.free) }
            }
            let lamp = try await shop.product("Lamp", stock: 3)
            try await shop.receive(6, of: lamp, at: shop.harbour)
            _ = try await Buyer(in: shop).buys(lamp, 3)
            #expect(try await low() == [])
            _ = try await Buyer(in: shop).buys(lamp)
            #expect(try await low() == [5])
        }
    }

    @Test("goes on page by page", arguments: TestDatabase.all)
    func paging(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            for number in 1...5 { _ = try await shop.product("Cup \(number)", stock: Int64(1 + number / 3)) }
            try await Follower.lowStock.catchUp(in: shop.database, world: shop.world)
            let found = try await shop.database.read { snapshot in
                let first = try LowStock.page(limit: 2, in: snapshot)
                let second = try LowStock.page(after: first.last?.cursor, limit: 2, in: snapshot)
                let third = try LowStock.page(
                    after: second.last.flatMap { LowStock.Cursor($0.cursor.description) }, limit: 2, in: snapshot)
                return first + second + third
            }
            #expect(found.map(\.free) == [1, 1, 2, 2, 2])
            #expect(Set(found.map(\.variant)).count == 5)
        }
    }
}
