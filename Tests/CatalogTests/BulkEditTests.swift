import Essentials
import Staff
import TestKit
import Testing

@testable import Catalog

@Suite("Many products at once")
struct BulkEditTests {
    private func products(_ shop: Shop, _ count: Int) async throws -> [Product.ID] {
        var ids: [Product.ID] = []
        for number in 1...count {
            let variant = try await shop.product("Cup \(number)", price: "10.05")
            ids.append(try await shop.database.read { try #require(try Variant.find([variant], in: $0)[variant]).product })
        }
        return ids
    }

    private func targets(_ shop: Shop, _ ids: [Product.ID]) async throws -> [BulkTarget] {
        try await shop.database.read { try Product.find(ids, in: $0) }.values.sorted { $0.id < $1.id }.map {
            BulkTarget($0.id, seen: $0.version)
        }
    }

    private func edit(
        _ shop: Shop, _ change: BulkChange, _ targets: [BulkTarget]
    ) async throws -> (id: BulkEdit.ID, outcome: BulkOutcome) {
        let (owner, world) = (shop.owner, shop.world)
        return try await shop.write { transaction in
            let id = try beginBulkEdit(change, by: owner, in: transaction, world: world)
            return (id, try editInBulk(id, targets, by: owner, in: transaction, world: world))
        }
    }

    private func undo(_ shop: Shop, _ id: BulkEdit.ID) async throws {
        let (owner, world) = (shop.owner, shop.world)
        while try await shop.write({ try undoBulkEdit(id, by: owner, in: $0, world: world) }) {}
    }

    private func prices(_ shop: Shop, _ ids: [Product.ID]) async throws -> [Int64] {
        let list = shop.prices
        return try await shop.database.read { snapshot in
            try ProductDetail.find(ids, on: list, in: snapshot).values.flatMap(\.prices.values).map(\.amount.minorUnits)
        }
    }

    @Test("are shown as they would be, changed, and what they were again", arguments: TestDatabase.all)
    func texts(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let ids = try await products(shop, 3)
            let change = BulkChange.vendor("Virta")
            let preview = try await shop.database.read { try BulkPreview.of(change, to: ids, in: $0) }
            #expect(preview.map(\.product) == ids)
            #expect(preview[0].differences == [ProductDifference(field: "vendor", before: nil, after: "Virta")])

            let (id, outcome) = try await edit(shop, change, targets(shop, ids))
            #expect(outcome.changed == 3)
            let vendors = { try await shop.database.read { try Product.find(ids, in: $0).values.map(\.vendor) } }
            #expect(try await vendors() == ["Virta", "Virta", "Virta"])
            #expect(try await edit(shop, change, targets(shop, ids)).outcome.unchanged == 3)

            try await undo(shop, id)
            try await undo(shop, id)
            #expect(try await vendors() == ["", "", ""])
            let (edit, tally) = try await shop.database.read { try (BulkEdit.find(id, in: $0), BulkEdit.tallies(of: [id], in: $0)[id]) }
            #expect(edit.undoneAt != nil)
            #expect(tally?.undone == 3)
            #expect(tally?.done == 0)
        }
    }

    @Test("cost a tenth less and are struck through, and cost again what they did", arguments: TestDatabase.all)
    func prices(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let ids = try await products(shop, 2)
            let less = BulkChange.price(.percent(-1_000, strikes: true), on: shop.prices)
            let preview = try await shop.database.read { try BulkPreview.of(less, to: ids, in: $0) }
            #expect(
                preview.allSatisfy {
                    $0.prices.map(\.after.amount.minorUnits) == [905] && $0.prices[0].after.compareAt?.minorUnits == 1_005
                })
            let (id, outcome) = try await edit(shop, less, targets(shop, ids))
            #expect(outcome.changed == 2)
            #expect(try await prices(shop, ids) == [905, 905])
            try await undo(shop, id)
            #expect(try await prices(shop, ids) == [1_005, 1_005])
        }
    }

    @Test("are left alone where somebody was quicker, before or since", arguments: TestDatabase.all)
    func others(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let ids = try await products(shop, 2)
            let seen = try await targets(shop, ids)
            let (owner, world) = (shop.owner, shop.world)
            func rename(_ id: Product.ID, _ title: String) async throws {
                try await shop.write { transaction in
                    var draft = try ProductDetail.find(id, on: nil, in: transaction).draft
                    draft.title = title
                    let version = try Product.find(id, in: transaction).version
                    try updateProduct(id, to: draft, seen: version, by: owner, in: transaction, world: world)
                }
            }
            try await rename(ids[0], "Bowl")
            let (id, outcome) = try await edit(shop, .status(.draft), seen)
            #expect(outcome.changed == 1)
            #expect(outcome.skipped == [ids[0]])
            try await rename(ids[1], "Plate")
            try await undo(shop, id)
            let plate = try await shop.database.read { try Product.find(ids[1], in: $0) }
            #expect(plate.status == .draft)
            #expect(plate.title == "Plate")
            #expect(try await shop.database.read { try BulkEdit.tallies(of: [id], in: $0)[id]?.leftAlone } == 1)
        }
    }

    @Test("keep a price that somebody changed after it was looked at, or after it was changed with others", arguments: TestDatabase.all)
    func othersPrices(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let ids = try await products(shop, 3)
            let (owner, world, list) = (shop.owner, shop.world, shop.prices)
            func price(_ id: Product.ID, _ units: Int64) async throws {
                try await shop.write { transaction in
                    let variant = try #require(try Variant.of([id], in: transaction)[id]?.first).id
                    let price = Price(Money(minorUnits: units, currency: .euro))
                    try setPrice(price, of: variant, on: list, by: owner, in: transaction, world: world)
                }
            }
            func now() async throws -> [Int64] {
                var prices: [Int64] = []
                for id in ids { prices += try await self.prices(shop, [id]) }
                return prices
            }
            let less = BulkChange.price(.percent(-1_000, strikes: false), on: list)
            let seen = try await shop.database.read { try BulkPreview.of(less, to: ids, in: $0) }.map(\.target)
            #expect(seen.compactMap { BulkTarget($0.description) } == seen)
            try await price(ids[0], 500)
            let (id, outcome) = try await edit(shop, less, seen)
            #expect(outcome.skipped == [ids[0]])
            #expect(try await now() == [500, 905, 905])
            try await price(ids[1], 700)
            try await undo(shop, id)
            #expect(try await now() == [500, 700, 1_005])
            let (tally, untouched) = try await shop.database.read {
                try (BulkEdit.tallies(of: [id], in: $0)[id], BulkEdit.untouched(of: id, limit: 9, in: $0).map(\.product))
            }
            #expect(tally?.skipped == 1 && tally?.leftAlone == 1 && tally?.undone == 1)
            #expect(untouched == [ids[0], ids[1]])
        }
    }

    @Test("are refused one by one, and only managers change them", arguments: TestDatabase.all)
    func refusals(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let ids = try await products(shop, 1)
            let free = BulkChange.price(.amount(-2_000, strikes: false), on: shop.prices)
            let preview = try await shop.database.read { try BulkPreview.of(free, to: ids, in: $0) }
            #expect(preview[0].refusal != nil)
            #expect(try await edit(shop, free, targets(shop, ids)).outcome.skipped == ids)
            #expect(try await prices(shop, ids) == [1_005])
            let (world, associate) = (shop.world, Actor(.guest, grants: [Grant(role: .associate, location: nil)]))
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                _ = try await shop.write { try beginBulkEdit(.vendor("x"), by: associate, in: $0, world: world) }
            }
        }
    }

    @Test("round to the nearest minor unit, and end a reduction at the price before")
    func steps() throws {
        func price(_ units: Int64, before: Int64? = nil) -> Price {
            Price(Money(minorUnits: units, currency: .euro), compareAt: before.map { Money(minorUnits: $0, currency: .euro) })
        }
        #expect(try PriceStep.percent(-3_333, strikes: false).applied(to: price(100)) == price(67))
        #expect(try PriceStep.percent(500, strikes: false).applied(to: price(10)) == price(11))
        #expect(try PriceStep.percent(-1_000, strikes: true).applied(to: price(90, before: 100)) == price(81, before: 100))
        #expect(try PriceStep.set(50, strikes: true).applied(to: price(90)) == price(50, before: 90))
        #expect(try PriceStep.endReduction.applied(to: price(90, before: 100)) == price(100))
        #expect(try PriceStep.endReduction.applied(to: price(90)) == price(90))
        #expect(throws: CatalogRefusal.negativePrice) { try PriceStep.amount(-91, strikes: false).applied(to: price(90)) }
        #expect(throws: CatalogRefusal.self) { try PriceStep.percent(1, strikes: false).applied(to: price(Price.highest)) }
    }
}
