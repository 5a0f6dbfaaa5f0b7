import Catalog
import Database
import Essentials
import Places
import Staff
import Tables

/// Writes what is on hand in the format that `StockImport` reads: SKU, Location, Quantity. What has no SKU is left out, and
/// so is stock that a channel has for itself.
public struct StockExport: Sendable {
    private static let page = 200

    public init() {}

    /// Writes one consistent state, a page of products at a time.
    /// - Parameter sink: takes the file's bytes, some 64 KB at a time.
    /// - Throws: `StaffRefusal.forbidden` below manager; what `sink` throws.
    public func run(from database: any Database, by actor: Actor, to sink: @escaping @Sendable ([UInt8]) throws -> Void) async throws {
        try actor.require(.manager)
        try await database.read { snapshot in
            var writer = CSVWriter(sink)
            try writer.write(["SKU", "Location", "Quantity"])
            let codes = try Location.all(in: snapshot, archived: true).reduce(into: [Location.ID: String]()) { $0[$1.id] = $1.code }
            var last: ProductSummary.Cursor?
            while true {
                let products = try ProductSummary.page(after: last, limit: Self.page, in: snapshot)
                guard let end = products.last else { break }
                last = end.cursor
                let variants = try Variant.of(products.map(\.id), in: snapshot).values.joined()
                let skus = variants.reduce(into: [Variant.ID: String]()) { $0[$1.id] = $1.sku }
                for level in try StockLevel.of(Array(skus.keys), in: snapshot) where level.pool == 0 {
                    guard let sku = skus[level.variant], let code = codes[level.location] else { continue }
                    try writer.write([sku, code, String(level.onHand)])
                }
            }
            try writer.flush()
        }
    }
}
