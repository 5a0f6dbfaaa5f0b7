import Channels
import Essentials
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
