import Catalog
import TestKit
import Testing

@Suite("Barcodes")
struct GTINTests {
    @Test("the check digit must hold", arguments: ["96385074", "614141007349", "0095205603217", "4006381333931", "00012345600012"])
    func valid(_ text: String) {
        #expect(GTIN(text)?.digits == text)
    }

    @Test(
        "other numbers are no GTIN",
        arguments: [
            "", "96385075", "4006381333932", "400638133393", "40063813339310", "40063A1333931", "00000000", "85896333746", "4006381 33931",
        ])
    func invalid(_ text: String) {
        #expect(GTIN(text) == nil)
    }

    @Test("a spreadsheet that cut the leading zero is forgiven")
    func restored() {
        #expect(GTIN(restoring: "85896333746")?.digits == "085896333746")
        #expect(GTIN(restoring: "85896333747") == nil)
    }

    @Test("a scan finds the variant however its zeros are written", arguments: TestDatabase.all)
    func scanned(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let toner = try await catalog.create(
                ProductDraft(title: "Toner", variants: [VariantDraft(sku: "T-1", barcode: "0095205603217")]))
            let variant = try #require(try await catalog.variants(toner).first)
            #expect(variant.barcode == "0095205603217")
            for code in ["0095205603217", "095205603217", "00095205603217", "95205603217", " 095205603217 "] {
                let found = try await catalog.read { try Variant.find(barcode: code, in: $0) }
                #expect(found == [variant])
            }
            #expect(try await catalog.read { try Variant.find(barcode: "4006381333931", in: $0) }.isEmpty)
            #expect(try await catalog.read { try Variant.find(sku: "T-1", in: $0) } == variant)
            #expect(try await catalog.read { try Variant.find(sku: "t-1", in: $0) } == nil)
        }
    }
}
