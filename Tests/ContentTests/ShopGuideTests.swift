import Catalog
import Channels
import Essentials
import TestKit
import Testing

@testable import Content

@Suite("The menu and the promises of a shop")
struct ShopGuideTests {
    private func guide(_ shop: Shop, _ guide: ShopGuide) async throws {
        let (owner, world, web) = (shop.owner, shop.world, shop.web.id)
        try await shop.write { try guideShoppers(of: web, by: guide, actor: owner, in: $0, world: world) }
    }

    private func kept(_ shop: Shop) async throws -> ShopGuide {
        let web = shop.web.id
        return try await shop.database.read { try ShopGuide.find(web, in: $0) }
    }

    @Test("are as the merchant decided, and nobody overwrites what they have not seen", arguments: TestDatabase.all)
    func deciding(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            #expect(try await kept(shop) == ShopGuide())
            let (owner, world) = (shop.owner, shop.world)
            for title in ["Kitchen", "Table"] {
                try await shop.write { _ = try createCollection(CollectionDraft(title: title), by: owner, in: $0, world: world) }
            }
            try await guide(shop, ShopGuide(menu: ["table", "kitchen"], delivery: 2...4, deliveryWords: " By tram. ", shopWords: "Come."))
            let first = try await kept(shop)
            #expect(
                first == ShopGuide(menu: ["table", "kitchen"], delivery: 2...4, deliveryWords: "By tram.", shopWords: "Come.", version: 1))
            try await guide(shop, first)
            #expect(try await kept(shop).version == 1)
            await #expect(throws: ShopGuideRefusal.changedMeanwhile) { try await guide(shop, ShopGuide(delivery: 1...1)) }
            let outcomes = await concurrently(8) { number in
                try await guide(shop, ShopGuide(deliveryWords: "By \(number)", version: 1))
            }
            #expect(outcomes.successes.count == 1)
            #expect(try await kept(shop).delivery == nil)
        }
    }

    @Test("promise nothing that cannot be, and lead to no collection that is not there", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let cases: [(ShopGuide, ShopGuideRefusal)] = [
                (ShopGuide(menu: ["nowhere"]), .collection("nowhere")),
                (ShopGuide(menu: (0...12).map { "c\($0)" }), .tooMany(12)),
                (ShopGuide(delivery: 0...3), .days), (ShopGuide(delivery: 1...91), .days),
                (ShopGuide(shopWords: String(repeating: "a", count: 201)), .tooLong(field: "shop_words", limit: 200)),
            ]
            for (wrong, refusal) in cases { await #expect(throws: refusal) { try await guide(shop, wrong) } }
            let (world, web) = (shop.world, shop.web.id)
            await #expect(throws: (any Error).self) {
                try await shop.write {
                    try guideShoppers(of: web, by: ShopGuide(), actor: .guest(channel: web.bits), in: $0, world: world)
                }
            }
        }
    }
}
