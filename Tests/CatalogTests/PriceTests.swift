import Catalog
import Essentials
import TestKit
import Testing

@Suite("Prices")
struct PriceTests {
    @Test("a price is set, changed and taken away, and each change is told once", arguments: TestDatabase.all)
    func setting(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let lamp = try await catalog.create("Lamp", price: nil)
            let variant = try #require(try await catalog.variants(lamp).first).id
            func set(_ price: Price?) async throws {
                try await catalog.write {
                    try setPrice(price, of: variant, on: catalog.list.id, by: catalog.manager, in: $0, world: catalog.world)
                }
            }
            func price() async throws -> Price? {
                try await catalog.read { try Price.of([variant], on: catalog.list.id, in: $0)[variant] }
            }
            #expect(try await price() == nil)
            try await set(dollars("10"))
            try await set(dollars("10"))
            #expect(try await price() == dollars("10"))
            try await set(dollars("8", compareAt: "10"))
            #expect(try await price() == dollars("8", compareAt: "10"))
            try await set(nil)
            #expect(try await price() == nil)
            #expect(try await catalog.facts("price.changed") == 3)
        }
    }

    @Test("each list has its own currency and its own prices", arguments: TestDatabase.all)
    func lists(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let yen = try await catalog.write {
                try createPriceList(name: "Japan", currency: .yen, by: catalog.manager, in: $0, world: catalog.world)
            }
            let lamp = try await catalog.create("Lamp", price: "12")
            let variant = try #require(try await catalog.variants(lamp).first).id
            let inYen = Price(Money(minorUnits: 1_800, currency: .yen))
            try await catalog.write { try setPrice(inYen, of: variant, on: yen.id, by: catalog.manager, in: $0, world: catalog.world) }
            let prices = try await catalog.read { try Price.of(variant, in: $0) }
            #expect(prices == [catalog.list.id: dollars("12"), yen.id: inYen])
            await #expect(throws: CatalogRefusal.otherCurrency(.dollar, list: .yen)) {
                try await catalog.write {
                    try setPrice(dollars("1"), of: variant, on: yen.id, by: catalog.manager, in: $0, world: catalog.world)
                }
            }
            await #expect(throws: CatalogRefusal.handleTaken("japan")) {
                try await catalog.write {
                    try createPriceList(name: "Japan", currency: .euro, by: catalog.manager, in: $0, world: catalog.world)
                }
            }
        }
    }

    @Test("no price is so high that a full cart of it has no sum", arguments: TestDatabase.all)
    func highest(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let lamp = try await catalog.create("Lamp", price: "12")
            let variant = try #require(try await catalog.variants(lamp).first).id
            let highest = Money(minorUnits: Price.highest, currency: .dollar)
            let higher = Money(minorUnits: Price.highest + 1, currency: .dollar)
            for price in [Price(higher), Price(highest, compareAt: higher)] {
                await #expect(throws: CatalogRefusal.priceTooHigh(highest)) {
                    try await catalog.write {
                        try setPrice(price, of: variant, on: catalog.list.id, by: catalog.manager, in: $0, world: catalog.world)
                    }
                }
            }
            await #expect(throws: (any Error).self) { _ = try await catalog.create("Yacht", price: "92233720368547758.07") }
            try await catalog.write {
                try setPrice(Price(highest), of: variant, on: catalog.list.id, by: catalog.manager, in: $0, world: catalog.world)
            }
        }
    }

    @Test("what a cart needs of fifty variants is one statement", arguments: TestDatabase.all)
    func oneStatement(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            var ids: [Variant.ID] = []
            for number in 1...50 {
                let product = try await catalog.create("Lamp \(number)", sku: "L\(number)")
                ids += try await catalog.variants(product).map(\.id)
            }
            for language in [nil, "de", "de-AT"] {
                let (found, statements) = try await catalog.statements.during {
                    try await catalog.read { [ids] in try SellableVariant.find(ids, on: catalog.list.id, language: language, in: $0) }
                }
                #expect(found.count == 50)
                #expect(statements == 1)
            }
        }
    }
}
