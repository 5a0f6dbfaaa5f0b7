import Catalog
import Database
import Essentials
import Inventory
import Places
import Staff

/// The variants of the demo shop by SKU, once they are in the catalogue and on the shelves.
struct DemoShelves: Sendable {
    private let variants: [String: Variant.ID]
    /// By SKU: how many of it lie where when the shop opens.
    let opening: [String: [DemoPlace: Int64]]

    /// Brings everything into the catalogue, with its translations and its collections, and onto the shelves.
    static func fill(
        with assortment: DemoAssortment, at places: [DemoPlace: Location], prices: DemoPrices, by actor: Actor,
        in transaction: Transaction, world: World
    ) throws -> DemoShelves {
        let products = try assortment.list(on: prices, by: actor, in: transaction, world: world)
        try assortment.gather(products, on: prices, by: actor, in: transaction, world: world)
        let shelves = try DemoShelves(of: assortment, in: transaction)
        for (place, location) in places.sorted(by: { $0.value.code < $1.value.code }) {
            let lines = try assortment.variants.compactMap { variant in
                try variant.stock[place].flatMap { $0 > 0 ? StockLine(try shelves[variant.sku], $0) : nil }
            }
            try receiveStock(lines, at: location.id, note: "What we open with", by: actor, in: transaction, world: world)
        }
        return shelves
    }

    /// As they are in the catalogue.
    init(of assortment: DemoAssortment, in reading: some Reading) throws {
        variants = try Variant.find(skus: assortment.variants.map(\.sku), in: reading).mapValues(\.id)
        opening = Dictionary(assortment.variants.map { ($0.sku, $0.stock) }, uniquingKeysWith: { first, _ in first })
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

extension DemoAssortment {
    fileprivate func list(
        on prices: DemoPrices, by actor: Actor, in transaction: Transaction, world: World
    ) throws -> [String: Product.ID] {
        var listed: [String: Product.ID] = [:]
        for demo in products {
            let draft = try demo.draft(on: prices, pictures: pictures)
            let product = try createProduct(draft, by: actor, in: transaction, world: world)
            listed[demo.handle] = product.id
            for (language, said) in demo.translations.sorted(by: { $0.key < $1.key }) {
                let translation = said.translation(of: demo, shared: words[language] ?? [:])
                try translateProduct(product.id, into: language, translation, by: actor, in: transaction, world: world)
            }
        }
        return listed
    }

    fileprivate func gather(
        _ listed: [String: Product.ID], on prices: DemoPrices, by actor: Actor, in transaction: Transaction, world: World
    ) throws {
        for demo in collections {
            let draft = demo.draft(retail: prices.retail.id, members: demo.members(of: products), pictures: pictures)
            let collection = try createCollection(draft, by: actor, in: transaction, world: world)
            if let picked = demo.products {
                try addToCollection(collection.id, picked.compactMap { listed[$0] }, by: actor, in: transaction, world: world)
            }
            for (language, said) in demo.translations.sorted(by: { $0.key < $1.key }) {
                try translateCollection(
                    collection.id, into: language, title: said.title, description: said.text.map { [$0].paragraphs }, by: actor,
                    in: transaction, world: world)
            }
        }
    }
}
