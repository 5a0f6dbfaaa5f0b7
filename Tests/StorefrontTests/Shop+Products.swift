import Catalog
import Essentials
import Inventory
import Places
import TestKit
import Testing

extension Shop {
    /// A product as it is drafted, with one variant at that price.
    @discardableResult
    func product(_ draft: ProductDraft, price: String = "49.90", stock: Int64 = 0) async throws -> Variant.ID {
        let price = Price(try #require(Money(parsing: price, currency: .euro)))
        var draft = draft
        draft.variants[0].prices = [prices: price]
        return try await create(draft, stock: [stock])[0]
    }

    /// A shirt in two colours and two sizes, with so many of each.
    func shirts(stock: [Int64]) async throws -> [Variant.ID] {
        let combinations = [["Black", "S"], ["Black", "M"], ["White", "S"], ["White", "M"]]
        let variants = combinations.enumerated().map { index, options in
            let price = Price(
                Money(minorUnits: 2_000 + Int64(index) * 100, currency: .euro), compareAt: Money(minorUnits: 2_500, currency: .euro))
            return VariantDraft(options: options, sku: "SHIRT-\(index)", prices: [prices: price])
        }
        return try await create(ProductDraft(title: "Shirt", options: ["Colour", "Size"], variants: variants), stock: stock)
    }

    /// - Returns: its variants, in their order.
    func create(_ draft: ProductDraft, stock: [Int64]) async throws -> [Variant.ID] {
        let (owner, world, warehouse) = (owner, world, warehouse.id)
        return try await write { transaction in
            let product = try createProduct(draft, by: owner, in: transaction, world: world)
            let variants = try Variant.of([product.id], in: transaction)[product.id]?.map(\.id) ?? []
            let lines = zip(variants, stock).filter { $0.1 > 0 }.map { StockLine($0.0, $0.1) }
            if !lines.isEmpty { try receiveStock(lines, at: warehouse, by: owner, in: transaction, world: world) }
            return variants
        }
    }

    /// Changes the product of a variant.
    func change(_ variant: Variant.ID, _ change: @escaping @Sendable (inout ProductDraft) -> Void) async throws {
        let (owner, world, prices) = (owner, world, prices)
        try await write { transaction in
            let product = try #require(try Variant.find([variant], in: transaction)[variant]?.product)
            let detail = try ProductDetail.find(product, on: prices, in: transaction)
            var draft = detail.draft
            change(&draft)
            try updateProduct(product, to: draft, seen: detail.product.version, by: owner, in: transaction, world: world)
        }
    }

    func collection(_ title: String, rule: CollectionRule? = nil) async throws {
        let (owner, world) = (owner, world)
        try await write { transaction in
            _ = try createCollection(CollectionDraft(title: title, rule: rule), by: owner, in: transaction, world: world)
        }
    }

    /// Says where a location lies.
    func move(_ location: Location, to latitude: Double, _ longitude: Double) async throws {
        let (owner, world) = (owner, world)
        try await write { transaction in
            let location = try #require(try Location.find(location.id, in: transaction))
            var draft = LocationDraft(location)
            draft.coordinates = Point(latitude: latitude, longitude: longitude)
            _ = try updateLocation(location.id, to: draft, version: location.version, by: owner, in: transaction, world: world)
        }
    }

    /// Says a product's words in Finnish.
    func translate(_ handle: String, _ words: [String: String]) async throws {
        let (owner, world) = (owner, world)
        try await write { transaction in
            let product = try #require(try Product.find(handle: handle, in: transaction))
            try translateProduct(product.id, into: "fi", ProductTranslation(words: words), by: owner, in: transaction, world: world)
        }
    }
}
