import Catalog
import Essentials
import Staff
import TestKit
import Testing

@Suite("Changing a product")
struct UpdateProductTests {
    private func update(_ id: Product.ID, to draft: ProductDraft, seen: Int64, in catalog: TestCatalog) async throws -> Product {
        try await catalog.write { try updateProduct(id, to: draft, seen: seen, by: catalog.manager, in: $0, world: catalog.world) }
    }

    @Test("who has not seen the latest version changes nothing", arguments: TestDatabase.all)
    func stale(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let lamp = try await catalog.create("Lamp")
            var draft = try await catalog.detail("lamp").draft
            draft.title = "Desk lamp"
            let changed = try await update(lamp.id, to: draft, seen: 1, in: catalog)
            #expect(changed.version == 2)
            draft.title = "Floor lamp"
            await #expect(throws: CatalogRefusal.stale(seen: 1, now: 2)) { try await update(lamp.id, to: draft, seen: 1, in: catalog) }
            #expect(try await catalog.detail("lamp").product.title == "Desk lamp")
            // The same again is no change, so there is no version of it.
            draft.title = "Desk lamp"
            #expect(try await update(lamp.id, to: draft, seen: 2, in: catalog).version == 2)
            #expect(try await catalog.facts("product.updated") == 1)
        }
    }

    @Test("two who save at once: one saves, one is told", arguments: TestDatabase.all)
    func twoAtOnce(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let lamp = try await catalog.create("Lamp")
            let draft = try await catalog.detail("lamp").draft
            func save(_ title: String) async -> Result<Product, any Error> {
                var mine = draft
                mine.title = title
                return await Result { [mine] in try await update(lamp.id, to: mine, seen: 1, in: catalog) }
            }
            async let one = save("One")
            async let two = save("Two")
            let outcomes = await [one, two]
            #expect(outcomes.filter { (try? $0.get()) != nil }.count == 1)
            #expect(try await catalog.detail("lamp").product.version == 2)
        }
    }

    @Test("an earlier handle leads on until something else takes it", arguments: TestDatabase.all)
    func redirects(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let lamp = try await catalog.create("Lamp")
            for (seen, handle) in [(1, "desk-lamp"), (2, "office-lamp")] as [(Int64, String)] {
                var draft = try await catalog.detail("lamp").draft
                draft.handle = handle
                _ = try await update(lamp.id, to: draft, seen: seen, in: catalog)
            }
            for handle in ["lamp", "desk-lamp", "office-lamp"] {
                #expect(try await catalog.detail(handle).product.handle == "office-lamp")
            }
            let other = try await catalog.create(ProductDraft(title: "Other", handle: "lamp"))
            #expect(try await catalog.detail("lamp").product.id == other.id)
            #expect(try await catalog.detail("desk-lamp").product.id == lamp.id)

            // Back to its first but one.
            var draft = try await catalog.detail("office-lamp").draft
            draft.handle = "desk-lamp"
            _ = try await update(lamp.id, to: draft, seen: 3, in: catalog)
            #expect(try await catalog.detail("office-lamp").product.handle == "desk-lamp")
        }
    }

    @Test("variants swap SKUs, go, and come back as themselves", arguments: TestDatabase.all)
    func variants(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let shirt = try await catalog.create(
                ProductDraft(
                    title: "Shirt", options: ["Size"],
                    variants: ["S", "M", "L"].map { VariantDraft(options: [$0], sku: "SH-\($0)", prices: [catalog.list.id: dollars("9")]) })
            )
            let before = try await catalog.detail("shirt")
            var draft = before.draft
            draft.variants[0].sku = "SH-M"
            draft.variants[1].sku = "SH-S"
            draft.variants.swapAt(0, 2)
            _ = try await update(shirt.id, to: draft, seen: 1, in: catalog)
            #expect(try await catalog.detail("shirt").variants.map(\.sku) == ["SH-L", "SH-S", "SH-M"])

            draft = try await catalog.detail("shirt").draft
            draft.variants.removeLast()
            _ = try await update(shirt.id, to: draft, seen: 2, in: catalog)
            #expect(try await catalog.detail("shirt").variants.count == 2)
            let gone = try #require(try await catalog.read { try Variant.find([before.variants[0].id], in: $0).values.first })
            #expect(gone.isArchived)
            let sellable = try await catalog.read { try SellableVariant.find([gone.id], on: catalog.list.id, in: $0) }
            #expect(sellable[gone.id]?.isSellable == false)

            // Its SKU is free meanwhile; with its options it comes back.
            try await catalog.create("Other", sku: "SH-M")
            draft = try await catalog.detail("shirt").draft
            draft.variants.append(VariantDraft(options: ["S"], sku: "SH-S2"))
            _ = try await update(shirt.id, to: draft, seen: 3, in: catalog)
            let after = try await catalog.detail("shirt")
            #expect(after.variants.last?.id == gone.id)
            #expect(after.prices[gone.id] == dollars("9"))
        }
    }

    @Test("another product's variant cannot be taken over", arguments: TestDatabase.all)
    func foreignVariant(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let one = try await catalog.create("One", sku: "1")
            try await catalog.create("Two", sku: "2")
            var draft = try await catalog.detail("one").draft
            draft.variants[0].id = try await catalog.detail("two").variants[0].id
            await #expect(throws: CatalogRefusal.unknownVariant) { try await update(one.id, to: draft, seen: 1, in: catalog) }
            draft = try await catalog.detail("one").draft
            draft.variants[0].sku = "2"
            await #expect(throws: VariantRefusal(index: 0, reason: .skuTaken("2", by: "two"))) {
                try await update(one.id, to: draft, seen: 1, in: catalog)
            }
        }
    }

    @Test("each version is kept with who made it, and any of them comes back", arguments: TestDatabase.all)
    func history(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let lamp = try await catalog.create(
                ProductDraft(
                    title: "Lamp", body: "First", attributes: Attributes([("watts", .number(5))]),
                    variants: [VariantDraft(sku: "L", prices: [catalog.list.id: dollars("5")])],
                    media: [MediaDraft(url: "https://i.example/1.jpg")]))
            let first = try await catalog.detail("lamp")
            var draft = first.draft
            draft.title = "Lamp II"
            draft.attributes = try Attributes([("watts", .number(7)), ("dimmable", .boolean(true))])
            draft.options = ["Size"]
            draft.variants = [VariantDraft(options: ["Big"], sku: "L-B")]
            draft.media = []
            _ = try await update(lamp.id, to: draft, seen: 1, in: catalog)

            let restored = try await catalog.write {
                try restoreProduct(lamp.id, to: 1, seen: 2, by: catalog.manager, in: $0, world: catalog.world)
            }
            #expect(restored.version == 3)
            let third = try await catalog.detail("lamp")
            #expect(third.draft == first.draft)
            #expect(third.variants.map(\.id) == first.variants.map(\.id))

            let history = try await catalog.read { try ProductVersion.history(of: lamp.id, in: $0) }
            #expect(history.map(\.version) == [3, 2, 1])
            #expect(history.map(\.actor) == Array(repeating: "system:test", count: 3))
            #expect(history[0].content == history[2].content)
            await #expect(throws: CatalogRefusal.unknownVersion(9)) {
                try await catalog.write { try restoreProduct(lamp.id, to: 9, seen: 3, by: catalog.manager, in: $0, world: catalog.world) }
            }
        }
    }

    @Test("an archived product is not sold, and archiving it again changes nothing", arguments: TestDatabase.all)
    func archiving(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let lamp = try await catalog.create("Lamp", sku: "L")
            for _ in 1...2 {
                let archived = try await catalog.write {
                    try archiveProduct(lamp.id, seen: 1, by: catalog.manager, in: $0, world: catalog.world)
                }
                #expect(archived.status == .archived)
                #expect(archived.version == 2)
            }
            #expect(try await catalog.facts("product.archived") == 1)
            let variant = try #require(try await catalog.variants(lamp).first)
            let sellable = try await catalog.read { try SellableVariant.find([variant.id], on: catalog.list.id, in: $0) }
            #expect(sellable[variant.id]?.isSellable == false)
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await catalog.write { try archiveProduct(lamp.id, seen: 2, by: catalog.associate, in: $0, world: catalog.world) }
            }
        }
    }
}
