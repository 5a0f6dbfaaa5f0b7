import Database
import Essentials
import Places
import Staff
import Synchronization
import TestKit
import Testing

@Suite("Finding locations")
struct FindingLocationsTests {
    @Test("pages follow the order of names, whatever their case and accents", arguments: TestDatabase.all)
    func pages(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let names = ["Zürich", "éclair", "Echo", "apple", "Apple", "Über", "Zurich", "Delta"]
            for (index, name) in names.enumerated() {
                _ = try await places.create(.test("\(index)", name: name))
                places.clock.advance(by: .seconds(1))
            }
            let (all, paged) = try await places.database.read { snapshot in
                var paged: [Location] = []
                while true {
                    let page = try Location.page(after: paged.last?.id, limit: 3, in: snapshot)
                    if page.isEmpty { break }
                    paged += page
                }
                return (try Location.all(in: snapshot), paged)
            }
            // Names that are the same to people stand together, the older one first.
            #expect(all.map(\.name) == ["apple", "Apple", "Delta", "Echo", "éclair", "Über", "Zürich", "Zurich"])
            #expect(paged == all)
        }
    }

    @Test("words are looked for in number, name, city, region and postal code", arguments: TestDatabase.all)
    func search(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            _ = try await places.create(.test("1000", name: "Mall of América"))
            _ = try await places.create(.test("2000", name: "100% Outlet_Store", region: "TX"))
            func found(_ search: String) async throws -> [String] {
                try await places.database.read { try Location.page(search: search, limit: 10, in: $0).map(\.code) }
            }
            #expect(try await found("") == ["2000", "1000"])
            #expect(try await found("america mn") == ["1000"])
            #expect(try await found("BLOOM  100% outlet") == ["2000"])
            #expect(try await found("outlet_st") == ["2000"])
            #expect(try await found("!") == [])
            #expect(try await found("%") == [])
        }
    }

    @Test(
        "the nearest locations are those of the smallest distance, anywhere on earth", arguments: TestDatabase.all, [1, 2, 3] as [UInt64])
    func nearest(on engine: TestDatabase, seed: UInt64) async throws {
        try await withPlaces(on: engine) { places in
            var dice = Randomness.seeded(seed)
            var all: [(id: Location.ID, point: Point)] = []
            for number in 0..<60 {
                let point = try #require(
                    Point(latitude: .random(in: -90...90, using: &dice), longitude: .random(in: -180...180, using: &dice)))
                all.append((try await places.create(.test("\(number)", at: point)).id, point))
            }
            _ = try await places.create(.test("nowhere"))
            let edges = [(90.0, 0.0), (-90, 12), (0, 180), (10, -180), (89.9, 179.9), (51.5, -0.1)]
            for (latitude, longitude) in edges {
                let here = try #require(Point(latitude: latitude, longitude: longitude))
                let expected = all.sorted { $0.point.distance(to: here) < $1.point.distance(to: here) }.prefix(7).map(\.id)
                let found = try await places.database.read { try Location.nearest(to: here, limit: 7, in: $0).map(\.id) }
                #expect(found == expected)
            }
        }
    }

    @Test("looking for the nearest takes six statements at most, however many there are", arguments: TestDatabase.all)
    func budget(on engine: TestDatabase) async throws {
        let statements = Mutex(0)
        try await withDatabase(
            on: engine, StaffSchema.migrations + PlacesSchema.migrations,
            trace: { sql in
                if sql.hasPrefix("SELECT") { statements.withLock { $0 += 1 } }
            }
        ) { database in
            let places = PlacesWorld(database)
            let here = try #require(Point(latitude: 0, longitude: 0))
            for number in 0..<30 {
                _ = try await places.create(.test("\(number)", at: Point(latitude: 80, longitude: Double(number) * 6 - 90)))
            }
            statements.withLock { $0 = 0 }
            #expect(try await database.read { try Location.nearest(to: here, limit: 20, in: $0) }.count == 20)
            #expect(statements.withLock { $0 } <= 6)
        }
    }

    @Test("distances follow the globe")
    func distance() throws {
        let paris = try #require(Point(latitude: 48.8566, longitude: 2.3522))
        let newYork = try #require(Point(latitude: 40.7128, longitude: -74.0060))
        #expect(abs(paris.distance(to: newYork) - 5_837_000) < 5_000)
        #expect(paris.distance(to: paris) == 0)
        let west = try #require(Point(latitude: 0, longitude: 179.5))
        let east = try #require(Point(latitude: 0, longitude: -179.5))
        #expect(abs(west.distance(to: east) - 111_195) < 100)
        #expect(Point(latitude: 91, longitude: 0) == nil)
        #expect(Point(latitude: .nan, longitude: 0) == nil)
    }
}
