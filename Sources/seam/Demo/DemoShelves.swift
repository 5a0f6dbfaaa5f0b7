import Catalog
import Database
import Essentials
import Inventory
import Places
import Staff

/// The variants of the demo shop by SKU, once they are in the catalogue and on the shelves.
struct DemoShelves: Sendable {
    private let variants: [String: Variant.ID]

    static func fill(
        _ places: [DemoPlace: Location], prices: DemoPrices, by actor: Actor, in transaction: Transaction, world: World
    ) throws -> DemoShelves {
        var products: [String: Product.ID] = [:]
        for demo in DemoProduct.assortment {
            let draft = try demo.draft(retail: prices.retail.id, marketplace: prices.marketplace.id)
            let product = try createProduct(draft, by: actor, in: transaction, world: world)
            products[demo.handle] = product.id
            if let finnish = DemoFinnish.products[demo.handle] {
                try translateProduct(product.id, into: "fi", finnish, by: actor, in: transaction, world: world)
            }
        }
        try DemoCollection.gather(products, prices: prices, by: actor, in: transaction, world: world)

        let all = DemoProduct.assortment.flatMap(\.variants)
        let known = try Variant.find(skus: all.map(\.sku), in: transaction)
        let shelves = DemoShelves(variants: known.mapValues(\.id))
        for (place, location) in places.sorted(by: { $0.value.code < $1.value.code }) {
            let lines = try all.compactMap { variant in
                try variant.stock[place].map { StockLine(try shelves[variant.sku], $0) }
            }
            try receiveStock(lines, at: location.id, note: "What we open with", by: actor, in: transaction, world: world)
        }
        return shelves
    }

    /// - Throws: `InventoryRefusal.unknownVariant` for what the shop does not sell.
    subscript(sku: String) -> Variant.ID {
        get throws {
            guard let variant = variants[sku] else { throw InventoryRefusal.unknownVariant(sku) }
            return variant
        }
    }

    func lines(_ wanted: [DemoLine]) throws -> [StockLine] {
        try wanted.map { StockLine(try self[$0.sku], $0.quantity) }
    }
}

/// So many of an article.
struct DemoLine: Sendable {
    let sku: String
    let quantity: Int64

    init(_ sku: String, _ quantity: Int64 = 1) {
        self.sku = sku
        self.quantity = quantity
    }
}
