import Database
import Essentials
import Foundation
import Tables
import TestKit
import Testing

@testable import Places

@Suite("Importing locations")
struct LocationImportTests {
    static let header = "id,type,name,address,address2,city,region,postal_code,country,latitude,longitude,hours,services\n"
    static let mall =
        "1000,BigBox,Mall of America,340 W Market,,Bloomington,MN,55425,US,44.85466,-93.24565,Mon: 10-9:30; Sun: 11-7,Repairs|Pickup\n"

    @Test("a row becomes a location with zone, hours and services", arguments: TestDatabase.all)
    func row(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let report = try await places.importing(Self.header + Self.mall)
            #expect(report.text == "1 rows read: 1 created, 0 updated, 0 unchanged, 0 refused.")
            let mall = try await places.find("1000")
            #expect(mall.name == "Mall of America")
            #expect(mall.format == "BigBox")
            #expect(mall.kind == .store)
            #expect(mall.address == Address(lines: ["340 W Market"], city: "Bloomington", region: "MN", postalCode: "55425", country: "US"))
            #expect(mall.timeZone.name == "America/Chicago")
            #expect(mall.hours.description == "Mo 10:00-21:30; Su 11:00-19:00")
            #expect(mall.services == ["Repairs", "Pickup"])
        }
    }

    @Test("a second run changes nothing; a changed row is one change", arguments: TestDatabase.all)
    func rerun(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            _ = try await places.importing(Self.header + Self.mall)
            #expect(
                try await places.importing(Self.header + Self.mall).text == "1 rows read: 0 created, 0 updated, 1 unchanged, 0 refused.")
            let changed = Self.mall.replacingOccurrences(of: "Mall of America", with: "The Mall")
            #expect(try await places.importing(Self.header + changed).text == "1 rows read: 0 created, 1 updated, 0 unchanged, 0 refused.")
            #expect(try await places.find("1000").version == 2)
        }
    }

    @Test("what was set by hand and no file tells stays", arguments: TestDatabase.all)
    func keepsHandwork(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            _ = try await places.importing(Self.header + Self.mall)
            let christmas = try #require(Day("2026-12-25"))
            let zone = try IANATimeZone.test("America/Denver")
            let mall = try await places.find("1000")
            let hours = try mall.hours.with(exceptions: [christmas: []])
            let set = try await places.update(mall) {
                $0.hours = hours
                $0.timeZone = zone
            }
            #expect(try await places.importing(Self.header + Self.mall).unchanged == 1)
            #expect(try await places.find("1000") == set)
            // A file without hours and services says nothing of them.
            let short =
                "id,name,address,city,region,postal_code,country,latitude,longitude\n1000,Mall,340 W Market,Bloomington,MN,55425,US,44.85466,-93.24565\n"
            #expect(try await places.importing(short).updated == 1)
            #expect(try await places.find("1000").hours == hours)
            #expect(try await places.find("1000").services == ["Repairs", "Pickup"])
        }
    }

    @Test("bad rows are refused with line, column and reason, and the rest is taken", arguments: TestDatabase.all)
    func badRows(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let text =
                Self.header + """
                    1,Store,No zone,Somewhere,,Moscow,MOW,1,RU,55.7,37.6,,
                    2,Store,Far away,Somewhere,,Nowhere,MN,1,US,144.8,-93.2,,
                    3,Store,Strange hours,Somewhere,,Bloomington,MN,1,US,44.8,-93.2,whenever,
                    4,Store,Fine,Somewhere,,Bloomington,MN,1,US,44.8,-93.2,Mon: 10-9,
                    4,Store,Fine again,Somewhere,,Bloomington,MN,1,US,44.8,-93.2,,
                    ,Store,No number,Somewhere,,Bloomington,MN,1,US,44.8,-93.2,,
                    5,Store,,Somewhere,,Bloomington,MN,1,US,44.8,-93.2,,
                    6,Store,Cut
                    7,Store,No coordinates,Somewhere,,El Paso,TX,1,US,,,,
                    8,Store,No coordinates needed,Somewhere,,Austin,MN,1,US,,,,
                    9,Distribution center,"Never closed,

                    """
            let report = try await places.importing(text)
            #expect(report.rowsRead == 11)
            #expect(report.created == 2)
            #expect(report.refused.map(\.line) == [2, 3, 4, 6, 7, 8, 9, 10, 12])
            #expect(
                report.refused.map(\.column) == [
                    "time_zone", "latitude", "hours", "id", "id", "name", nil, "time_zone", "name",
                ])
            #expect(report.refused[3].reason == "The number “4” is on line 5 already.")
            #expect(report.refused[7].reason.description.hasPrefix("US-TX has more than one time zone, and the row has no coordinates."))
        }
    }

    @Test("a column time_zone tells what the place does not", arguments: TestDatabase.all)
    func zoneColumn(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let text = """
                id,name,address,city,region,postal_code,country,latitude,longitude,time_zone,type
                1,Nevsky,1 Nevsky,St Petersburg,SPE,1,RU,59.9,30.3,Europe/Moscow,
                2,Main,Main St,Bloomington,MN,1,US,44.8,-93.2,,Fulfillment center
                3,Odd,Main St,Bloomington,MN,1,US,44.8,-93.2,Central,
                """
            let report = try await places.importing(text)
            #expect(report.created == 2)
            #expect(report.refused.map(\.reason) == ["“Central” is no time zone of the tz database, such as America/Chicago."])
            #expect(try await places.find("1").timeZone.name == "Europe/Moscow")
            #expect(try await places.find("2").kind == .warehouse)
        }
    }

    @Test("a file without the columns is refused in one sentence", arguments: TestDatabase.all)
    func missingColumns(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            await #expect(throws: TableRefusal.missingColumns(["region", "latitude"])) {
                try await places.importing("id,name,address,city,postal_code,country,longitude\n1,a,b,c,d,US,1\n")
            }
            let refusal = TableRefusal.missingColumns(["region", "latitude"])
            #expect(refusal.message == "The columns “region” and “latitude” are missing; nothing was read.")
        }
    }

    @Test("two imports of one file at once make no doubles", arguments: TestDatabase.all)
    func twoAtOnce(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let rows = (0..<350).map { "\($0),Store,Store \($0),1 Main St,,Bloomington,MN,55425,US,44.8,-93.2,Mon: 10-9,\n" }
            let text = Self.header + rows.joined()
            let reports = await concurrently(2) { _ in try await places.importing(text) }.successes
            #expect(reports.map(\.created).reduce(0, +) == 350)
            #expect(reports.map(\.unchanged).reduce(0, +) == 350)
            #expect(reports.allSatisfy { $0.refusedCount == 0 })
        }
    }

    @Test("a number that is too long is refused in the file's own words", arguments: TestDatabase.all)
    func longNumber(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let long = Self.mall.replacingOccurrences(of: "1000,", with: String(repeating: "1", count: 41) + ",")
            let report = try await places.importing(Self.header + long)
            #expect(report.text.hasSuffix("\n  line 2, id: This is longer than 40 characters."))
        }
    }

    @Test("a file in the wrong encoding loses only the rows that show it", arguments: TestDatabase.all)
    func latin1(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            var bytes = Array((Self.header + Self.mall).utf8)
            bytes += Array("1001,BigBox,Caf".utf8) + [0xe9] + Array(",1 Main,,Bloomington,MN,1,US,44.8,-93.2,,\n".utf8)
            let report = try await places.importing(bytes)
            #expect(report.created == 1)
            #expect(report.refused.map(\.column) == ["name"])
        }
    }
}

extension PlacesWorld {
    func importing(_ text: String) async throws -> ImportReport {
        try await importing(Array(text.utf8))
    }

    func importing(_ bytes: [UInt8]) async throws -> ImportReport {
        var rest: [UInt8]? = bytes
        let reader = try CSVReader {
            defer { rest = nil }
            return rest
        }
        return try await LocationImport(into: database, world: world).run(reader)
    }

    func find(_ code: String) async throws -> Location {
        let found = try await database.read { try Location.find(code: code, in: $0) }
        guard let found else { throw NoSuch(name: code) }
        return found
    }
}
