import Catalog
import Tables
import TestKit
import Testing

@Suite("Importing broken files")
struct BrokenFileTests {
    private func expect(
        _ report: ImportReport, created: Int, refused: [(line: Int, column: String?, says: String)],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(report.created == created, "\(report.text)", sourceLocation: sourceLocation)
        #expect(report.refusedCount == refused.count, "\(report.text)", sourceLocation: sourceLocation)
        for (found, wanted) in zip(report.refused, refused) {
            #expect(found.line == wanted.line, "\(found)", sourceLocation: sourceLocation)
            #expect(found.column == wanted.column, "\(found)", sourceLocation: sourceLocation)
            #expect(found.reason.description.contains(wanted.says), "\(found)", sourceLocation: sourceLocation)
        }
    }

    @Test("missing columns refuse the file in one sentence", arguments: TestDatabase.all)
    func missingColumns(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            await #expect(throws: TableRefusal.missingColumns(["Handle", "Variant Price"])) {
                try await catalog.importing("Title,Vendor", "A,B")
            }
            await #expect(throws: TableRefusal.repeatedColumn("Vendor")) {
                try await catalog.importing("Handle,Title,Variant Price,Vendor,vendor", "a,A,1,,")
            }
            await #expect(throws: TableRefusal.empty) { try await catalog.importing(ProductFile(bytes: [])) }
            await #expect(throws: TableRefusal.encoding) {
                try await catalog.importing(ProductFile(bytes: [0xff, 0xfe] + Array("Handle".utf16.flatMap { [UInt8($0), 0] })))
            }
        }
    }

    @Test("each mistake refuses its own product, with its line, and nothing else", arguments: TestDatabase.all)
    func mistakes(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let report = try await catalog.importing(
                "Handle,Title,Variant SKU,Variant Price,Variant Barcode,Status,Attributes (JSON),Image Src,Variant Grams",
                "good-1,Good,A,1.00,4006381333931,active,{},https://i.example/1.jpg,5",
                "negative,Negative,B,-1.00,,active,,,",
                "unreadable,Unreadable,C,\"1,50\",,active,,,",
                "digits,Digits,D,1.005,,active,,,",
                "gtin,Check digit,E,1,4006381333932,active,,,",
                "letters,Letters,F,1,ABC,active,,,",
                "sku,Same SKU,A,1,,active,,,",
                "status,Status,G,1,,sold,,,",
                "json,JSON,H,1,,active,{oops,,",
                "nested,Nested,I,1,,active,\"{\"\"a\"\": [1]}\",,",
                "image,Image,J,1,,active,,javascript:x,",
                "grams,Grams,K,1,,active,,,heavy",
                ",No handle,L,1,,active,,,",
                "untitled,,M,1,,active,,,",
                ",,,,,,,,",
                "good-2,Good,N,2.00,0085896333746,active,,,1.6")
            expect(
                report, created: 2,
                refused: [
                    (3, "Variant Price", "below zero"), (4, "Variant Price", "“1,50” is no price in USD"), (5, "Variant Price", "1.005"),
                    (6, "Variant Barcode", "“4006381333932” is no GTIN"), (7, "Variant Barcode", "no GTIN"),
                    (8, "Variant SKU", "“A” belongs to “good-1”"), (9, "Status", "“sold” is no status"),
                    (10, "Attributes (JSON)", "no JSON object"), (11, "Attributes (JSON)", "“a” is a list"),
                    (12, "Image Src", "no web address"),
                    (13, "Variant Grams", "“heavy”"), (14, "Handle", "no handle"), (15, "Title", "needs a title"),
                ])
            #expect(report.rowsRead == 15)
            #expect(try await catalog.detail("good-2").variants.map(\.grams) == [2])
        }
    }

    @Test("a mistake in a later row refuses the whole product, at that row's line", arguments: TestDatabase.all)
    func laterRows(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let report = try await catalog.importing(
                "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price", "a,A,Size,S,A-S,1", "a,,,M,A-M,-1", "a,,,L,A-L,1",
                "b,B,Size,S,B-S,1", "b,,,S,B-S2,1", "c,C,Size,S,C-S,1", "c,,,M,C-S,1", "d,D,Size,S,D-S,1", "d,,,,D-M,1",
                "e,E,Size,S,E-S,1", "e,,,M,E-M,1", "a,A again,Size,S,A-X,1", "e,E again,Size,S,E-S,1")
            expect(
                report, created: 2,
                refused: [
                    (3, "Variant Price", "below zero"), (6, "Option1 Value", "Two variants are “S”"), (8, "Variant SKU", "SKU “C-S”"),
                    (10, "Option1 Value", "one value for each option"), (14, "Handle", "in the file twice"),
                ])
        }
    }

    @Test("text in another encoding refuses its rows and names their lines", arguments: TestDatabase.all)
    func encoding(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            var bytes = Array("Handle,Title,Variant Price\na,A,1\nb,Caf".utf8)
            bytes += [0xe9] + Array(" latin,1\nc,C,1\n".utf8)
            let report = try await catalog.importing(ProductFile(bytes: bytes))
            expect(report, created: 2, refused: [(3, "Title", "not UTF-8")])
        }
    }

    @Test("a byte order mark, LF and CRLF, and a missing last line break are read over", arguments: TestDatabase.all)
    func lineBreaks(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let bytes = [0xef, 0xbb, 0xbf] + Array("Handle,Title,Variant Price\r\na,\"A\r\nB\",1\nb,B,2\r\n\r\nc,C,3".utf8)
            let report = try await catalog.importing(ProductFile(bytes: bytes), chunk: 2)
            #expect(report.figures == [3, 3, 0, 0, 0], "\(report.text)")
        }
    }

    @Test("a cell of 5 MB refuses its product only", arguments: TestDatabase.all)
    func largeCell(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let huge = String(repeating: "x", count: 5_000_000)
            for quote in ["", "\""] {
                let report = try await catalog.importing(
                    "Handle,Title,Body (HTML),Variant Price", "a\(quote.count),A,,1", "b,B,\(quote)\(huge)\(quote),1",
                    "c\(quote.count),C,,1")
                expect(report, created: 2, refused: [(3, "Body (HTML)", "longer than")])
            }
        }
    }

    @Test("a body longer than a product may have is refused", arguments: TestDatabase.all)
    func longBody(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let long = String(repeating: "x", count: 600_000)
            let report = try await catalog.importing("Handle,Title,Body (HTML),Variant Price", "a,A,\(long),1", "b,B,,1")
            expect(report, created: 1, refused: [(2, "Body (HTML)", "longer than 512000 bytes")])
        }
    }

    @Test("a quote that never closes is told, and what stood before it is kept", arguments: TestDatabase.all)
    func openQuote(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let report = try await catalog.importing("Handle,Title,Variant Price", "a,A,1", "b,\"B,1", "c,C,1")
            expect(report, created: 1, refused: [(3, "Title", "never closes")])
            let behind = try await catalog.importing("Handle,Title,Variant Price", "d,D,1", "e,\"E\"x,1", "f,F,1")
            expect(behind, created: 2, refused: [(3, "Title", "behind the closing quote")])
        }
    }

    @Test("a file cut anywhere keeps the products before the cut and tells what is lost", arguments: TestDatabase.all)
    func cut(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let whole = ProductFile(
                ["Handle,Title,Variant SKU,Variant Price,Attributes (JSON)"]
                    + (1...3).map { "p-\($0),\"Product, \($0)\",S-\($0),9.95,\"{\"\"a\"\":1}\"" })
            let lineStart = whole.bytes.count - "p-3,\"Product, 3\",S-3,9.95,\"{\"\"a\"\":1}\"\r\n".utf8.count
            // Cut behind its last comma, a row looks whole: nobody can tell.
            let looksWhole = whole.bytes.count - "\"{\"\"a\"\":1}\"\r\n".utf8.count
            for length in lineStart...whole.bytes.count where length != looksWhole {
                let report = try await catalog.importing(ProductFile(bytes: Array(whole.bytes.prefix(length))))
                let taken = report.created + report.unchanged
                // Only the line break itself may be missing.
                if length >= whole.bytes.count - 2 {
                    #expect(taken == 3 && report.refusedCount == 0, "\(length): \(report.text)")
                } else if length == lineStart {
                    #expect(taken == 2 && report.refusedCount == 0, "\(length): \(report.text)")
                } else {
                    #expect(taken == 2 && report.refused.map(\.line) == [4], "\(length): \(report.text)")
                }
            }
        }
    }

    @Test("an unreadable row never makes a product lose a variant", arguments: TestDatabase.all)
    func gap(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let lines = [
                "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price", "a,A,Size,S,A-S,1", "a,,,M,A-M,1", "b,B,,,B,1",
            ]
            try await catalog.importing(ProductFile(lines))
            var cut = lines
            cut[2] = "a,,,M,A-M"
            let report = try await catalog.importing(ProductFile(cut))
            #expect(report.refused.map(\.line) == [2, 3], "\(report.text)")
            #expect(report.unchanged == 1)
            #expect(try await catalog.detail("a").variants.count == 2)
        }
    }
}
