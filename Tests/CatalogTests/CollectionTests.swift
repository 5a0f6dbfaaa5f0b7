import Catalog
import Essentials
import Staff
import TestKit
import Testing

@Suite("Collections")
struct CollectionTests {
    @Test("a hand puts products in, arranges them and takes them out", arguments: TestDatabase.all)
    func byHand(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            var products: [Product.ID] = []
            for title in ["A", "B", "C", "D"] { products.append(try await catalog.create(title).id) }
            let gifts = try await catalog.create(CollectionDraft(title: "Gifts"))
            func titles() async throws -> [String] {
                try await catalog.listing(ProductQuery(collection: gifts.id, sort: .manual)).cards.map(\.title.text)
            }
            let order = products
            try await catalog.write {
                try addToCollection(gifts.id, [order[2], order[0], order[2]], by: catalog.manager, in: $0, world: catalog.world)
                try addToCollection(gifts.id, [order[0], order[1]], by: catalog.manager, in: $0, world: catalog.world)
            }
            #expect(try await titles() == ["C", "A", "B"])
            try await catalog.write {
                try arrangeCollection(gifts.id, [order[1], order[3], order[0]], by: catalog.manager, in: $0, world: catalog.world)
            }
            #expect(try await titles() == ["B", "A", "C"])
            try await catalog.write {
                try removeFromCollection(gifts.id, [order[0], order[3]], by: catalog.manager, in: $0, world: catalog.world)
            }
            #expect(try await titles() == ["B", "C"])
            let inside = try await catalog.read { try Catalog.Collection.of(order[1], in: $0) }
            #expect(inside.map(\.title) == ["Gifts"])
            #expect(try await catalog.facts("collection.changed") == 5)
            try await catalog.expectShelvesAreRight()
        }
    }

    @Test("a rule fills its collection, and goes on when products change", arguments: TestDatabase.all)
    func byRule(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let bright = try await catalog.create(
                ProductDraft(
                    title: "Bright lamp", vendor: "Öhm", tags: ["Home"], attributes: Attributes([("watts", .number(12))]),
                    variants: [VariantDraft(prices: [catalog.list.id: dollars("20")])]))
            try await catalog.create("Dim lamp", price: "5", vendor: "Ohm", tags: ["home"])
            try await catalog.create("Chair", price: "50", vendor: "Sit")
            let rule = CollectionRule(
                .all,
                [
                    .init(.vendor, .is, "ohm"), .init(.tag, .contains, "HOM"), .init(.attribute, name: "watts", .atLeast, "10"),
                    .init(.price, on: catalog.list.id, .atMost, "20.00"), .init(.title, .startsWith, "bright"),
                ])
            let lamps = try await catalog.create(CollectionDraft(title: "Bright", rule: rule))
            func titles() async throws -> [String] {
                try await catalog.listing(ProductQuery(collection: lamps.id, sort: .title)).cards.map(\.title.text)
            }
            #expect(try await titles() == ["Bright lamp"])

            let variant = try #require(try await catalog.variants(bright).first).id
            try await catalog.set(dollars("21"), of: variant)
            #expect(try await titles().isEmpty)
            try await catalog.set(dollars("19"), of: variant)
            #expect(try await titles() == ["Bright lamp"])
            try await catalog.change("dim-lamp") { draft in
                draft.title = "Brighter lamp"
                draft.attributes = try Attributes([("watts", .number(10))])
            }
            #expect(try await titles() == ["Bright lamp", "Brighter lamp"])
            try await catalog.change("dim-lamp") { $0.status = .archived }
            #expect(try await titles() == ["Bright lamp"])
            await #expect(throws: CatalogRefusal.filledByRule) {
                try await catalog.write { try addToCollection(lamps.id, [bright.id], by: catalog.manager, in: $0, world: catalog.world) }
            }
            try await catalog.expectShelvesAreRight()
        }
    }

    @Test("a collection changes from hand to rule and back, is archived and comes back", arguments: TestDatabase.all)
    func lifecycle(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            for (title, vendor) in [("B", "X"), ("A", "X"), ("C", "Y")] { try await catalog.create(title, vendor: vendor) }
            let made = try await catalog.create(
                CollectionDraft(title: "All of X", rule: CollectionRule(.any, [.init(.vendor, .is, "X"), .init(.title, .is, "Z")])))
            func titles() async throws -> [String] {
                try await catalog.listing(ProductQuery(collection: made.id, sort: .manual)).cards.map(\.title.text)
            }
            // Newest first where nobody arranged anything.
            #expect(try await titles() == ["A", "B"])
            var draft = made.draft
            draft.rule = nil
            draft.handle = "x"
            let byHand = try await catalog.change(made, to: draft)
            #expect(byHand.version == 2)
            #expect(try await titles() == ["A", "B"])
            try await catalog.create("D", vendor: "X")
            #expect(try await titles() == ["A", "B"])
            await #expect(throws: CatalogRefusal.stale(seen: 1, now: 2)) { try await catalog.change(made, to: draft) }

            try await catalog.write { try archiveCollection(made.id, seen: 2, by: catalog.manager, in: $0, world: catalog.world) }
            #expect(try await titles().isEmpty)
            #expect(try await catalog.read { try CollectionDetail.find(handle: "x", in: $0) } == nil)
            try await catalog.expectShelvesAreRight()

            draft.rule = CollectionRule(.all, [.init(.vendor, .isNot, "X")])
            let archived = try #require(try await catalog.read { try Catalog.Collection.find([made.id], in: $0)[made.id] })
            try await catalog.change(archived, to: draft)
            #expect(try await titles() == ["C"])
            #expect(try await catalog.read { try CollectionDetail.find(handle: "all-of-x", in: $0) }?.collection.handle == "x")
            try await catalog.expectShelvesAreRight()
        }
    }

    @Test("a rule that says nothing is refused", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let conditions: [CollectionRule.Condition?] = [
                nil, .init(.vendor, .is, " "), .init(.vendor, .atLeast, "5"), .init(.price, .atMost, "5"),
                .init(.price, on: catalog.list.id, .atMost, "cheap"), .init(.price, on: catalog.list.id, .contains, "5"),
                .init(.attribute, .is, "x"), .init(.attribute, name: "watts", .atLeast, "many"),
            ]
            for condition in conditions {
                await #expect(throws: CatalogRefusal.self) {
                    try await catalog.create(CollectionDraft(title: "X", rule: CollectionRule(.all, condition.map { [$0] } ?? [])))
                }
            }
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                try await catalog.write {
                    try createCollection(CollectionDraft(title: "X"), by: catalog.associate, in: $0, world: catalog.world)
                }
            }
            try await catalog.create(CollectionDraft(title: "X"))
            await #expect(throws: CatalogRefusal.handleTaken("x")) { try await catalog.create(CollectionDraft(title: "Y", handle: "x")) }
        }
    }

    @Test("the doctor finds what is listed wrongly, and rebuilding puts it right", arguments: TestDatabase.all)
    func rebuilding(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            for number in 1...5 { try await catalog.create("Lamp \(number)", vendor: "Ohm", tags: ["home"]) }
            try await catalog.create(CollectionDraft(title: "Ohm", rule: CollectionRule(.all, [.init(.vendor, .is, "ohm")])))
            try await catalog.expectShelvesAreRight()
            // What no verb would do.
            try await catalog.write {
                try $0.run("DELETE FROM collection_product WHERE product = (SELECT id FROM product WHERE handle = 'lamp-1')")
                try $0.run("UPDATE listing SET price = 1 WHERE product = (SELECT seq FROM product WHERE handle = 'lamp-2')")
                try $0.run("UPDATE product SET vendor = 'Other' WHERE handle = 'lamp-3'")
                try $0.run("UPDATE shelf SET products = 77 WHERE kind = 'tag'")
            }
            let found = try await catalog.read { try ShelfDifference.find(in: $0) }
            #expect(Set(found.compactMap(\.product)).count == 3)
            #expect(found.contains { $0.description == "shelf tag “home” says 77 products and holds 5" })
            #expect(try await catalog.read { try ShelfDifference.find(limit: 2, in: $0) }.count == 2)

            var next: Int64? = 0
            while let last = next { next = try await catalog.write { try rebuildShelves(after: last, by: catalog.manager, in: $0) } }
            try await catalog.expectShelvesAreRight()
        }
    }

    @Test("collections are listed by title and found by its words", arguments: TestDatabase.all)
    func pages(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            for title in ["Äpfel", "birnen", "Apfelmus", "Zwetschgen"] { try await catalog.create(CollectionDraft(title: title)) }
            let first = try await catalog.read { try CollectionDetail.page(limit: 2, in: $0) }
            #expect(first.map(\.title.text) == ["Äpfel", "Apfelmus"])
            let second = try await catalog.read { try CollectionDetail.page(after: first.last?.collection, limit: 2, in: $0) }
            #expect(second.map(\.title.text) == ["birnen", "Zwetschgen"])
            let found = try await catalog.read { try CollectionDetail.page(search: "APFEL", in: $0) }
            #expect(found.map(\.title.text) == ["Äpfel", "Apfelmus"])
        }
    }
}

extension TestCatalog {
    @discardableResult
    func create(_ draft: CollectionDraft) async throws -> Catalog.Collection {
        try await write { try createCollection(draft, by: manager, in: $0, world: world) }
    }

    @discardableResult
    func change(_ seen: Catalog.Collection, to draft: CollectionDraft) async throws -> Catalog.Collection {
        try await write { try updateCollection(seen.id, to: draft, seen: seen.version, by: manager, in: $0, world: world) }
    }

    func change(_ handle: String, _ edit: (inout ProductDraft) throws -> Void) async throws {
        let detail = try await detail(handle)
        var draft = detail.draft
        try edit(&draft)
        try await write { [draft] in
            _ = try updateProduct(detail.product.id, to: draft, seen: detail.product.version, by: manager, in: $0, world: world)
        }
    }

    func set(_ price: Price?, of variant: Variant.ID) async throws {
        try await write { try setPrice(price, of: variant, on: list.id, by: manager, in: $0, world: world) }
    }

    func listing(_ query: ProductQuery, at start: ProductListing.Start = .page(1), size: Int = 24) async throws -> ProductListing {
        try await read { try ProductListing.find(query, on: list.id, at: start, size: size, in: $0) }
    }
}
