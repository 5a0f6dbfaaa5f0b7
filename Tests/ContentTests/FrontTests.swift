import Catalog
import Channels
import Essentials
import Foundation
import Staff
import TestKit
import Testing

@testable import Content

@Suite("The front of a shop")
struct FrontTests {
    private func arrange(_ shop: Shop, _ blocks: [FrontBlock], seen: Int64) async throws -> FrontPage {
        let (owner, world, web) = (shop.owner, shop.world, shop.web)
        return try await shop.write { try arrangeFront(of: web.id, blocks: blocks, seen: seen, by: owner, in: $0, world: world) }
    }

    private func translate(_ shop: Shop, _ words: [FrontWords], into language: String = "fi", seen: Int64) async throws -> FrontPage {
        let (owner, world, web) = (shop.owner, shop.world, shop.web)
        return try await shop.write {
            try translateFront(of: web.id, into: language, words: words, seen: seen, by: owner, in: $0, world: world)
        }
    }

    @Test("is what the merchant arranged, and nobody overwrites what they have not seen", arguments: TestDatabase.all)
    func arranging(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let web = shop.web.id
            func front() async throws -> FrontPage? { try await shop.database.read { try FrontPage.find(web, in: $0) } }
            #expect(try await front() == nil)
            let blocks = [
                FrontBlock(
                    .hero, title: "Come in", text: "It is warm.", picture: "/assets/a.webp", link: .init(title: "Look", address: "/search")),
                FrontBlock(.products, collections: ["home"], count: 4), FrontBlock(.stores),
            ]
            #expect(try await arrange(shop, blocks, seen: 0).version == 1)
            #expect(try await front()?.blocks == blocks)
            await #expect(throws: ContentRefusal.changedMeanwhile) { try await arrange(shop, [], seen: 0) }
            #expect(try await arrange(shop, [], seen: 1).version == 2)
            await #expect(throws: ContentRefusal.changedMeanwhile) { try await arrange(shop, blocks, seen: 1) }
            #expect(try await front()?.blocks == [])

            let outcomes = await concurrently(8) { _ in try await arrange(shop, blocks, seen: 2) }
            #expect(outcomes.successes.count == 1)
        }
    }

    @Test("holds nothing that cannot be shown or leads astray", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let cases: [([FrontBlock], ContentRefusal)] = [
                ([FrontBlock(.stores), FrontBlock(.hero)], .titleMissing(block: 2)),
                ([FrontBlock(.story, title: "A", link: .init(title: "x", address: "javascript:x"))], .address(block: 1)),
                ([FrontBlock(.hero, title: "A", picture: "//evil.example/a.webp")], .address(block: 1)),
                ([FrontBlock(.products, count: 25)], .tooMany(block: 1)),
                ([FrontBlock(.hero, title: "A", text: String(repeating: "a", count: 10_001))], .tooLong(block: 1)),
                (Array(repeating: FrontBlock(.stores), count: 21), .tooManyBlocks(20)),
                (Array(repeating: FrontBlock(.products), count: 5), .tooManyRows(4)),
            ]
            for (blocks, refusal) in cases {
                await #expect(throws: refusal) { try await arrange(shop, blocks, seen: 0) }
            }
            let (world, web) = (shop.world, shop.web.id)
            await #expect(throws: (any Error).self) {
                try await shop.write {
                    try arrangeFront(of: web, blocks: [], seen: 0, by: .guest(channel: web.bits), in: $0, world: world)
                }
            }
        }
    }

    @Test("speaks other languages, text by text, and its translations move with their block", arguments: TestDatabase.all)
    func translating(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let hero = FrontBlock(.hero, title: "Come in", text: "It is warm.", link: .init(title: "Look", address: "/search"))
            _ = try await arrange(shop, [hero, FrontBlock(.stores, title: "Come by")], seen: 0)
            let front = try await translate(
                shop, [FrontWords(title: " Tule sisään ", linkTitle: "Katso"), FrontWords(title: " ")], seen: 1)
            #expect(front.version == 2)
            #expect(front.blocks.map { $0.translations["fi"] } == [FrontWords(title: "Tule sisään", linkTitle: "Katso"), nil])

            let said = front.blocks[0].said(in: "fi-FI")
            #expect(said.title == Translated(text: "Tule sisään", language: "fi"))
            #expect(said.text == .original("It is warm."))
            #expect(said.linkTitle == Translated(text: "Katso", language: "fi"))
            #expect(front.blocks[0].said(in: "ja").title == .original("Come in"))

            let turned = try await arrange(shop, front.blocks.reversed(), seen: 2)
            #expect(turned.blocks[1].said(in: "fi").title.text == "Tule sisään")
            #expect(try await translate(shop, [FrontWords(), FrontWords(title: "Tule sisään", linkTitle: "Katso")], seen: 3).version == 3)
            #expect(try await translate(shop, [FrontWords(), FrontWords()], seen: 3).blocks[1].translations.isEmpty)

            for (words, language, seen, refusal) in [
                ([FrontWords(), FrontWords()], "fi", 3, ContentRefusal.changedMeanwhile), ([FrontWords()], "fi", 4, .changedMeanwhile),
                ([FrontWords(), FrontWords()], "Finnish, please", 4, .language("Finnish, please")),
                ([FrontWords(title: String(repeating: "a", count: 201)), FrontWords()], "fi", 4, .tooLong(block: 1)),
            ] as [([FrontWords], String, Int64, ContentRefusal)] {
                await #expect(throws: refusal) { _ = try await translate(shop, words, into: language, seen: seen) }
            }
            let outcomes = await concurrently(8) { number in
                try await translate(shop, [FrontWords(title: "\(number)"), FrontWords()], seen: 4)
            }
            #expect(outcomes.successes.count == 1)
            let (world, web) = (shop.world, shop.web)
            await #expect(throws: (any Error).self) {
                try await shop.write {
                    try translateFront(of: web.id, into: "fi", words: [], seen: 5, by: .guest(channel: web.id.bits), in: $0, world: world)
                }
            }
        }
    }

    @Test("that was kept before fronts could be translated is read as it was")
    func kept() throws {
        let text = #"{"alt":"","collections":[],"count":8,"isTurned":false,"kind":"hero","text":"","title":"Come in"}"#
        #expect(try JSONDecoder().decode(FrontBlock.self, from: Data(text.utf8)) == FrontBlock(.hero, title: "Come in"))
    }

    @Test("can be looked at before it is one, by managers", arguments: TestDatabase.all)
    func drafts(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let (owner, world, web) = (shop.owner, shop.world, shop.web.id)
            func draft(_ actor: Actor) async throws -> [FrontBlock]? {
                try await shop.database.read { try FrontPage.draft(of: web, by: actor, in: $0) }
            }
            #expect(try await draft(owner) == nil)
            for blocks in [[FrontBlock(.stores)], [FrontBlock(.hero, title: "Come in")]] {
                try await shop.write { try draftFront(of: web, blocks: blocks, by: owner, in: $0, world: world) }
                #expect(try await draft(owner) == blocks)
            }
            #expect(try await shop.database.read { try FrontPage.find(web, in: $0) } == nil)
            let associate = Actor(.guest, grants: [Grant(role: .associate, location: nil)])
            await #expect(throws: StaffRefusal.forbidden(.manager)) { _ = try await draft(associate) }
            await #expect(throws: ContentRefusal.titleMissing(block: 1)) {
                try await shop.write { try draftFront(of: web, blocks: [FrontBlock(.hero)], by: owner, in: $0, world: world) }
            }
        }
    }
}
