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

    private func translate(_ shop: Shop, _ words: ShopGuideWords, into language: String = "fi") async throws {
        let (owner, world, web) = (shop.owner, shop.world, shop.web)
        try await shop.write { try translateGuide(of: web.id, into: language, words, by: owner, in: $0, world: world) }
    }

    private func said(_ shop: Shop, in language: String?) async throws -> SaidGuide {
        let web = shop.web
        return try await shop.database.read { try SaidGuide.find(web.id, language: language, in: $0) }
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

    @Test("are said in other languages where somebody has translated them", arguments: TestDatabase.all)
    func translating(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            try await guide(shop, ShopGuide(delivery: 2...4, deliveryWords: "By tram.", shopWords: "Come."))
            try await translate(shop, ShopGuideWords(delivery: " Ratikalla. "))
            let finnish = try await said(shop, in: "fi-FI")
            #expect(finnish.guide.delivery == 2...4)
            #expect(finnish.deliveryWords == Translated(text: "Ratikalla.", language: "fi"))
            #expect(finnish.shopWords == .original("Come."))
            #expect(try await said(shop, in: "ja").deliveryWords == .original("By tram."))
            #expect(try await said(shop, in: nil).deliveryWords == .original("By tram."))

            try await guide(shop, ShopGuide(delivery: 2...4, deliveryWords: "By bus.", shopWords: "Come.", version: 1))
            #expect(try await said(shop, in: "fi").deliveryWords.text == "Ratikalla.", "it stays until somebody translates it anew")
            try await translate(shop, ShopGuideWords())
            let web = shop.web
            #expect(try await shop.database.read { try ShopGuideWords.of(web.id, in: $0) }.isEmpty)

            let long = ShopGuideWords(shop: String(repeating: "a", count: 201))
            await #expect(throws: ShopGuideRefusal.tooLong(field: "shop_words", limit: 200)) { try await translate(shop, long) }
            await #expect(throws: ShopGuideRefusal.language) { try await translate(shop, ShopGuideWords(), into: "?") }
            let world = shop.world
            await #expect(throws: (any Error).self) {
                try await shop.write {
                    try translateGuide(of: web.id, into: "fi", long, by: .guest(channel: web.id.bits), in: $0, world: world)
                }
            }
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
