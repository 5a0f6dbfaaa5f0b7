import Catalog
import Database
import Essentials
import Staff
import TestKit
import Testing

@testable import Content

@Suite("Stories")
struct StoryTests {
    @Test("is read by its handle in the shopper's language, with its blocks and products in their order", arguments: TestDatabase.all)
    func reads(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let world = shop.world
            let (pan, jam) = try await shop.database.write { transaction in
                try (
                    createProduct(ProductDraft(title: "Pan"), by: shop.owner, in: transaction, world: world).id,
                    createProduct(ProductDraft(title: "Jam"), by: shop.owner, in: transaction, world: world).id
                )
            }
            let body: [StoryBlock] = [
                .text("Hot & <em>thin</em>."), .heading("Batter"), .ingredients(["2 eggs", "“½” l milk"]), .steps(["Stir"]),
            ]
            try await shop.database.write { transaction in
                let story = try createStory(
                    StoryDraft(
                        title: "  Pancakes ", kind: .recipe, lede: "On Thursdays.", body: body,
                        image: MediaDraft(url: "/assets/pan.webp", alt: "A pan"), products: [jam, pan], serves: 4, minutes: 40),
                    by: shop.owner, in: transaction, world: world)
                try translateStory(
                    story.id, into: "fi", title: "Letut", lede: nil, body: [.text("Kuumaa.")], by: shop.owner, in: transaction,
                    world: world)
            }
            try await shop.database.read { snapshot throws in
                let english = try #require(try StoryDetail.find(handle: "pancakes", in: snapshot))
                #expect(english.story.title == "Pancakes" && english.title == .original("Pancakes"))
                #expect(english.body == body && english.bodyLanguage == nil)
                #expect(english.story.serves == 4 && english.story.minutes == 40 && english.story.kind == .recipe)
                #expect(try Story.products(of: english.story.id, in: snapshot) == [jam, pan])

                let finnish = try #require(try StoryDetail.find(handle: "pancakes", language: "fi-FI", in: snapshot))
                #expect(finnish.title == Translated(text: "Letut", language: "fi"))
                #expect(finnish.lede == .original("On Thursdays."))
                #expect(finnish.body == [.text("Kuumaa.")] && finnish.bodyLanguage == "fi")
                #expect(try StoryDetail.find(handle: "waffles", in: snapshot) == nil)
            }
        }
    }

    @Test("are listed newest first, all of them or those about a product", arguments: TestDatabase.all)
    func lists(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let world = shop.world
            let pan = try await shop.database.write {
                try createProduct(ProductDraft(title: "Pan"), by: shop.owner, in: $0, world: world).id
            }
            for (title, products) in [("One", [pan]), ("Two", []), ("Three", [pan])] {
                try await shop.database.write {
                    try createStory(StoryDraft(title: title, products: products), by: shop.owner, in: $0, world: world)
                }
                shop.clock.advance(by: .seconds(1))
            }
            try await shop.database.read { snapshot throws in
                #expect(try StoryDetail.latest(limit: 2, in: snapshot).map(\.story.title) == ["Three", "Two"])
                #expect(try StoryDetail.about(pan, limit: 9, in: snapshot).map(\.story.title) == ["Three", "One"])
            }
        }
    }

    @Test("is read by nobody until it is published, and found by those who write it", arguments: TestDatabase.all)
    func drafts(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let (world, owner) = (shop.world, shop.owner)
            let story = try await shop.database.write {
                try createStory(StoryDraft(title: "Räsymatto", kind: .recipe, isPublished: false), by: owner, in: $0, world: world)
            }
            try await shop.database.write { try createStory(StoryDraft(title: "Linen"), by: owner, in: $0, world: world) }
            try await shop.database.read { snapshot throws in
                #expect(!story.isPublished)
                #expect(try StoryDetail.find(handle: story.handle, in: snapshot) == nil)
                #expect(try StoryDetail.preview(handle: story.handle, by: owner, in: snapshot)?.story.id == story.id)
                #expect(try StoryDetail.latest(limit: 9, in: snapshot).map(\.story.title) == ["Linen"])
                #expect(try Story.page(search: "RASYMATTO", in: snapshot) == [story])
                #expect(try Story.page(isPublished: true, in: snapshot).map(\.title) == ["Linen"])
                #expect(try Story.page(kind: .recipe, isPublished: false, in: snapshot) == [story])
                #expect(try Story.page(search: "?", in: snapshot) == [])
                let first = try #require(try Story.page(limit: 1, in: snapshot).first)
                #expect(try Story.page(after: first, in: snapshot).count == 1)
            }
            try await shop.database.write {
                _ = try updateStory(story.id, to: StoryDraft(title: "Räsymatto"), seen: 1, by: owner, in: $0, world: world)
            }
            #expect(try await shop.database.read { try StoryDetail.find(handle: story.handle, in: $0) } != nil)
        }
    }

    @Test("is refused when its handle is taken, a product unknown, or the writer no manager", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let world = shop.world
            try await shop.database.write { try createStory(StoryDraft(title: "One"), by: shop.owner, in: $0, world: world) }
            func refusal(_ draft: StoryDraft, by actor: Actor) async -> String? {
                do {
                    try await shop.database.write { try createStory(draft, by: actor, in: $0, world: world) }
                    return nil
                } catch {
                    return (error as? any Refusal)?.code
                }
            }
            #expect(await refusal(StoryDraft(title: "One"), by: shop.owner) == "story.handle_taken")
            #expect(await refusal(StoryDraft(title: " "), by: shop.owner) == "story.title_missing")
            #expect(await refusal(StoryDraft(title: "Two", image: MediaDraft(url: "javascript:x")), by: shop.owner) == "story.picture")
            #expect(await refusal(StoryDraft(title: "Two", serves: 0), by: shop.owner) == "story.figure")
            #expect(await refusal(StoryDraft(title: "…"), by: shop.owner) == "story.handle_invalid")
            #expect(await refusal(StoryDraft(title: "Two", products: [world.id()]), by: shop.owner) == "story.unknown_product")
            let guest = Actor.guest(channel: nil)
            #expect(await refusal(StoryDraft(title: "Two"), by: guest) != nil)
        }
    }

    @Test("changes on the version that was seen, goes when it is archived, and comes back when it is changed", arguments: TestDatabase.all)
    func changes(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let (owner, world) = (shop.owner, shop.world)
            func latest() async throws -> [String] {
                try await shop.database.read { try StoryDetail.latest(limit: 9, in: $0).map(\.title.text) }
            }
            let story = try await shop.database.write { try createStory(StoryDraft(title: "One"), by: owner, in: $0, world: world) }
            let changed = try await shop.database.write {
                try updateStory(story.id, to: StoryDraft(title: "Uno"), seen: 1, by: owner, in: $0, world: world)
            }
            #expect(changed.version == 2 && changed.handle == "one")
            await #expect(throws: StoryRefusal.stale) {
                try await shop.database.write { try archiveStory(story.id, seen: 1, by: owner, in: $0, world: world) }
            }
            #expect(try await latest() == ["Uno"])
            try await shop.database.write { try archiveStory(story.id, seen: 2, by: owner, in: $0, world: world) }
            try await shop.database.write { try archiveStory(story.id, seen: 2, by: owner, in: $0, world: world) }
            #expect(try await latest() == [])
            try await shop.database.write {
                _ = try updateStory(story.id, to: StoryDraft(title: "Again"), seen: 3, by: owner, in: $0, world: world)
            }
            #expect(try await latest() == ["Again"])

            let outcomes = await concurrently(8) { number in
                try await shop.database.write {
                    try updateStory(story.id, to: StoryDraft(title: "By \(number)"), seen: 4, by: owner, in: $0, world: world)
                }
            }
            #expect(outcomes.successes.count == 1)
        }
    }
}
