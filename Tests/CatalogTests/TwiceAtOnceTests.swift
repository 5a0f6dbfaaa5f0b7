import Catalog
import Database
import Essentials
import Staff
import TestKit
import Testing

@Suite("A verb of the catalogue that is called twice at once")
struct TwiceAtOnceTests {
    /// A product that is in a collection, and one that is not yet.
    private struct Scene: Sendable {
        let lamp: Product
        let cup: Product
        let variant: Variant.ID
        let collection: Catalog.Collection

        init(_ catalog: TestCatalog) async throws {
            let (lamp, cup) = (try await catalog.create("Lamp", sku: "L1"), try await catalog.create("Cup", sku: "C1"))
            (self.lamp, self.cup) = (lamp, cup)
            variant = try #require(try await catalog.variants(lamp).first?.id)
            collection = try await catalog.write { transaction in
                let made = try createCollection(
                    CollectionDraft(title: "Home"), by: catalog.manager, in: transaction, world: catalog.world)
                try addToCollection(made.id, [lamp.id], by: catalog.manager, in: transaction, world: catalog.world)
                return try #require(try Collection.find([made.id], in: transaction)[made.id])
            }
        }
    }

    /// Verbs of which the second call has nothing left to do: both succeed, and one fact is recorded.
    enum Settled: String, CaseIterable, Sendable {
        case add, remove, arrange, price, translate, archiveProduct, archiveCollection

        var topic: String {
            switch self {
            case .add, .remove, .arrange, .archiveCollection: "collection.changed"
            case .price: "price.changed"
            case .translate: "product.updated"
            case .archiveProduct: "product.archived"
            }
        }
    }

    @Test("is done once when there is nothing left to do for the second", arguments: TestDatabase.all, Settled.allCases)
    func settled(on engine: TestDatabase, _ verb: Settled) async throws {
        try await withCatalog(on: engine) { catalog in
            let scene = try await Scene(catalog)
            if verb == .arrange {
                try await catalog.write {
                    try addToCollection(scene.collection.id, [scene.cup.id], by: catalog.manager, in: $0, world: catalog.world)
                }
            }
            let before = try await catalog.facts(verb.topic)
            let outcomes = await concurrently(2) { _ in
                try await catalog.write { try Self.call(verb, scene, catalog, $0) }
            }
            #expect(outcomes.failures.isEmpty)
            #expect(try await catalog.facts(verb.topic) == before + 1)
            #expect(try await catalog.read { try ShelfDifference.find(in: $0) } == [])
        }
    }

    private static func call(_ verb: Settled, _ scene: Scene, _ catalog: TestCatalog, _ transaction: Transaction) throws {
        let (by, world, id) = (catalog.manager, catalog.world, scene.collection.id)
        switch verb {
        case .add: try addToCollection(id, [scene.cup.id], by: by, in: transaction, world: world)
        case .remove: try removeFromCollection(id, [scene.lamp.id], by: by, in: transaction, world: world)
        case .arrange: try arrangeCollection(id, [scene.cup.id, scene.lamp.id], by: by, in: transaction, world: world)
        case .price: try setPrice(dollars("7.50"), of: scene.variant, on: catalog.list.id, by: by, in: transaction, world: world)
        case .translate:
            try translateProduct(
                scene.lamp.id, into: "de", ProductTranslation(title: "Lampe"), by: by, in: transaction, world: world)
        case .archiveProduct: try archiveProduct(scene.lamp.id, seen: scene.lamp.version, by: by, in: transaction, world: world)
        case .archiveCollection: try archiveCollection(id, seen: scene.collection.version, by: by, in: transaction, world: world)
        }
    }

    @Test("is refused to the second when both saw the same version", arguments: TestDatabase.all)
    func stale(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let scene = try await Scene(catalog)
            let products = await concurrently(2) { number in
                try await catalog.write { transaction in
                    var draft = try ProductDetail.find(scene.lamp.id, on: nil, in: transaction).draft
                    draft.title = "Lamp \(number)"
                    return try updateProduct(
                        scene.lamp.id, to: draft, seen: scene.lamp.version, by: catalog.manager, in: transaction, world: catalog.world)
                }
            }
            #expect(products.successes.count == 1)
            #expect(products.failures.map { ($0 as? CatalogRefusal)?.code } == ["catalog.stale"])
            let collections = await concurrently(2) { number in
                try await catalog.write {
                    try updateCollection(
                        scene.collection.id, to: CollectionDraft(title: "Home \(number)"), seen: scene.collection.version,
                        by: catalog.manager, in: $0, world: catalog.world)
                }
            }
            #expect(collections.successes.count == 1)
            let now = try #require(collections.successes.isEmpty ? nil : products.successes.first)
            let restored = await concurrently(2) { _ in
                try await catalog.write {
                    try restoreProduct(now.id, to: 1, seen: now.version, by: catalog.manager, in: $0, world: catalog.world)
                }
            }
            #expect(restored.successes.count == 1)
        }
    }

    @Test("gives one SKU to one product, and names to everything", arguments: TestDatabase.all)
    func create(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let products = await concurrently(4) { _ in try await catalog.create("Lamp", sku: "L1") }
            #expect(products.successes.count == 1)
            #expect(products.failures.allSatisfy { ($0 as? any Refusal)?.code == "sku.taken" })
            let namesakes = await concurrently(4) { _ in try await catalog.create("Chair") }
            #expect(Set(namesakes.successes.map(\.handle)).count == 4)
            let collections = await concurrently(4) { _ in
                try await catalog.write {
                    try createCollection(CollectionDraft(title: "Home"), by: catalog.manager, in: $0, world: catalog.world)
                }
            }
            #expect(Set(collections.successes.map(\.handle)).count == 4)
            let lists = await concurrently(3) { _ in
                try await catalog.write {
                    try createPriceList(name: "Club", currency: .dollar, by: catalog.manager, in: $0, world: catalog.world)
                }
            }
            #expect(lists.successes.count == 1)
            #expect(lists.failures.allSatisfy { ($0 as? CatalogRefusal)?.code == "handle.taken" })
        }
    }
}
