import Channels
import Database
import Places
import Tables
import TestKit
import Testing

@Suite("Locations that an import brings")
struct ImportedLocationsTests {
    private static func table(_ codes: String...) throws -> CSVReader {
        let header = "id,name,address,city,region,postal_code,country,latitude,longitude,time_zone\n"
        let rows = codes.map { "\($0),Store \($0),1 Main St,Austin,TX,78701,US,,,America/Chicago\n" }.joined()
        var rest: [UInt8]? = Array((header + rows).utf8)
        return try CSVReader {
            defer { rest = nil }
            return rest
        }
    }

    @Test("are sold from by the web shop and the tills; what a merchant took out of a channel stays out", arguments: TestDatabase.all)
    func newOnes(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let stores = try await shop.stores(3)
            let web = try await shop.create(from: [stores[2], stores[0]])
            let till = try await shop.create(.till, shop.settings("till"), from: [stores[0]])
            let other = try await shop.create(.social, shop.settings("social"), from: [stores[1]])
            func locations() async throws -> [[Location.ID]?] {
                let found = try await shop.database.read { try Channel.find([web.id, till.id, other.id], in: $0) }
                return [web, till, other].map { found[$0.id]?.locations }
            }
            let known = try await importLocations(Self.table("0", "1", "2"), into: shop.database, by: shop.owner, world: shop.world)
            #expect(known.updated == 3)
            #expect(try await locations() == [[stores[2], stores[0]], [stores[0]], [stores[1]]])
            #expect(try await shop.topics(of: till) == ["channel.created"])

            let grown = try await importLocations(Self.table("0", "7", "8"), into: shop.database, by: shop.owner, world: shop.world)
            #expect(grown.text == "3 rows read: 2 created, 0 updated, 1 unchanged, 0 refused.")
            let new = try await shop.database.read { try Location.find(codes: ["7", "8"], in: $0) }
            let added = try [#require(new["7"]).id, #require(new["8"]).id]
            #expect(try await locations() == [[stores[2], stores[0]] + added, [stores[0]] + added, [stores[1]]])

            // Taken out again, they do not come back with the next file.
            let now = try await shop.database.read { try Channel.find(till.id, in: $0) }
            let version = try #require(now).version
            _ = try await shop.write {
                try setChannelLocations(of: till.id, to: [stores[0]], version: version, by: $1, in: $0, world: $2)
            }
            let again = try await importLocations(Self.table("0", "7", "8"), into: shop.database, by: shop.owner, world: shop.world)
            #expect(again.unchanged == 3)
            #expect(try await locations()[1] == [stores[0]])
        }
    }

    @Test("stay out of the way of a location that was put away and is still on a channel", arguments: TestDatabase.all)
    func besideArchived(on engine: TestDatabase) async throws {
        try await withChannels(on: engine) { shop in
            let stores = try await shop.stores(1)
            let web = try await shop.create(from: stores)
            _ = try await shop.write { try archiveLocation(stores[0], by: $1, in: $0, world: $2) }
            let report = try await importLocations(Self.table("7"), into: shop.database, by: shop.owner, world: shop.world)
            #expect(report.created == 1)
            #expect(try await shop.database.read { try Channel.find(web.id, in: $0) }?.locations.count == 2)
        }
    }
}
