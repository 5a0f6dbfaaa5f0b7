import Catalog
import Database
import Essentials
import Hummingbird
import Inventory
import Web

/// What the till may sell under a code or some words.
private struct FoundProducts: Encodable {
    struct Product: Encodable {
        let variant: String
        let title: String
        let sku: String?
        /// Minor units.
        let price: Int64
        /// Free units in this shop; nothing for what is not counted.
        let stock: Int64?
        /// The address of its picture.
        let image: String?
    }

    /// Whether they carry what was typed as barcode or SKU.
    let isCode: Bool
    let products: [Product]
}

extension Till {
    /// Finds by barcode or SKU first, then by words, in a number of statements that does not grow with what is found.
    func findProducts(_ request: Request, _ context: SeamContext) async throws -> Response {
        let counter = try await counter(of: request, context)
        let text = try request.query().textIfAny("q", upTo: 200) ?? ""
        let found = try await database.read { snapshot in
            let coded = try Self.variants(carrying: text, in: snapshot)
            let ids =
                try coded.isEmpty ? Variant.meant(by: text, ofAtMost: Self.mostProducts, limit: Self.mostVariants, in: snapshot) : coded
            let sellable = try SellableVariant.find(
                ids, on: counter.channel.priceList, language: counter.channel.language, in: snapshot)
            let levels = try StockLevel.of(ids, at: [counter.location.id], in: snapshot).filter { $0.pool == counter.channel.pool }
            let free = Dictionary(levels.map { ($0.variant, $0.free) }, uniquingKeysWith: { first, _ in first })
            let products = ids.compactMap { id -> FoundProducts.Product? in
                guard let variant = sellable[id], variant.isSellable, let price = variant.price else { return nil }
                return .init(
                    variant: id.description, title: variant.title, sku: variant.sku, price: price.amount.minorUnits,
                    stock: variant.isTracked ? max(0, free[id] ?? 0) : nil, image: variant.image?.url)
            }
            return FoundProducts(isCode: !coded.isEmpty, products: products)
        }
        return try .json(found)
    }

    /// By barcode, and by SKU when no barcode is meant.
    private static func variants(carrying code: String, in snapshot: Snapshot) throws -> [Variant.ID] {
        let byBarcode = try Variant.find(barcode: code, in: snapshot).map(\.id)
        guard byBarcode.isEmpty else { return byBarcode }
        return try Variant.find(sku: code, in: snapshot).map { [$0.id] } ?? []
    }

    private static let mostProducts = 12
    private static let mostVariants = 40
}
