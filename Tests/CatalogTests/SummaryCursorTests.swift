import Catalog
import TestKit
import Testing

@Suite("a place in the list of products")
struct SummaryCursorTests {
    @Test("survives an address, whatever the title", arguments: TestDatabase.all)
    func text(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop in
            for title in ["Lamp", "Émile's Café-Tisch. 2.0", "椅子"] { _ = try await shop.product(title) }
            let all = try await shop.database.read { try ProductSummary.page(in: $0) }
            #expect(all.count == 3)
            for product in all { #expect(ProductSummary.Cursor(product.cursor.description) == product.cursor) }
            let rest = try await shop.database.read { [after = all[0].cursor] in try ProductSummary.page(after: after, in: $0) }
            #expect(rest == Array(all.dropFirst()))
            #expect(ProductSummary.Cursor("no place") == nil)
        }
    }
}
