import Catalog
import Tables
import TestKit
import Testing

@Suite("Rows that fall with another one of their product")
struct FallenRowsTests {
    private static let header = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src"

    @Test("are counted and named, so that the report adds up to the rows that were read", arguments: TestDatabase.all)
    func adding(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let report = try await catalog.importing(
                Self.header, "p1,One,Size,S,P1-S,5,", "p1,,,M,P1-M,-5,", "p1,,,L,P1-L,5,",  // a bad price: lines 2 to 4
                "p2,Two,Size,S,P2-S,5,", "p2,,,M,P2-M,5,", "p2,,,,,,https://i.example/2.jpg",  // sound: lines 5 to 7
                "p3,Three,Size,S,P3-S,5,", "p3,,,S,P3-T,5,",  // two variants of one size: lines 8 and 9
                "p4,,Size,S,P4-S,5,")
            #expect(
                report.text == """
                    9 rows read: 1 created, 0 updated, 0 unchanged, 3 refused.
                      Row by row: 3 were taken, 3 refused, 3 fell with those that were refused.
                      line 3, Variant Price: A price cannot be below zero. \
                    Lines 2 to 4 are one product: its other 2 rows were not taken either.
                      line 9, Option1 Value: Two variants are “S”. \
                    Lines 8 to 9 are one product: its other row was not taken either.
                      line 10, Title: It needs a title.
                    """)
            #expect(report.takenCount + report.refusedCount + report.fallenCount == report.rowsRead)
        }
    }

    @Test("are told beside a row that could not be read at all", arguments: TestDatabase.all)
    func unreadable(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let report = try await catalog.importing(
                Self.header, "p1,One,Size,S,P1-S,5,", "p1,,,M", "p1,,,L,P1-L,5,", "p2,Two,,,P2,5,", "p2,,,,,,https://i.example/2.jpg")
            #expect([report.rowsRead, report.created, report.refusedCount, report.fallenCount, report.takenCount] == [5, 1, 2, 1, 2])
            #expect(report.refused.map(\.line) == [2, 3])
            #expect(report.refused[0].reason.description.hasSuffix("Lines 2 to 4 are one product: its other row was not taken either."))
        }
    }

    @Test("add up whatever is wrong with a file, however it is cut", arguments: TestDatabase.all)
    func anywhere(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            let rows = (1...4).flatMap { number in
                [
                    "q\(number),Q,Size,S,Q\(number)-S,5,", "q\(number),,,M,Q\(number)-M,\(number == 2 ? "cheap" : "5"),",
                    "q\(number),,,L,Q\(number)-L,5,",
                ]
            }
            let whole = ProductFile([Self.header] + rows)
            for length in stride(from: Self.header.utf8.count + 2, through: whole.bytes.count, by: 5) {
                let report = try await catalog.importing(ProductFile(bytes: Array(whole.bytes.prefix(length))))
                let products = report.created + report.updated + report.unchanged
                #expect(report.takenCount >= products && report.takenCount <= products * 3, "\(length): \(report.text)")
            }
            let again = try await catalog.importing(whole)
            #expect([again.rowsRead, again.refusedCount, again.fallenCount, again.takenCount] == [12, 1, 2, 9], "\(again.text)")
        }
    }
}
