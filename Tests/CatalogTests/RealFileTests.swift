import Catalog
import Database
import Essentials
import Tables
import TestKit
import Testing

@Suite("The real catalogue")
struct RealFileTests {
    @Test(
        "all 19,406 products load, load again unchanged, and come back as they went",
        .enabled(if: path != nil, "icecat-products.csv is not there"),
        arguments: TestDatabase.all)
    func whole(on engine: TestDatabase) async throws {
        let path = try #require(Self.path)
        try await withCatalog(on: engine) { catalog in
            let loading = ProductImport(list: catalog.list, world: World(clock: .system, random: .seeded(7)))
            let first = try await loading.run(try CSVReader(path: path), into: catalog.database, by: catalog.manager)
            #expect(first.figures == [19_406, 19_406, 0, 0, 0], "\(first.text)")
            let second = try await loading.run(try CSVReader(path: path), into: catalog.database, by: catalog.manager)
            #expect(second.figures == [19_406, 0, 0, 19_406, 0], "\(second.text)")

            let file = try await catalog.exported()
            let third = try await loading.run(try file.reader(chunk: 1 << 18), into: catalog.database, by: catalog.manager)
            #expect(third.figures == [19_406, 0, 0, 19_406, 0], "\(third.text)")
            #expect(try await catalog.facts("product.created") == 19_406)
            #expect(try await catalog.facts("product.updated") == 0)
        }
    }

    private static let path = ProductFile.shared("icecat-products.csv")
}
