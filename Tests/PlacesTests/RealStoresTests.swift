import Database
import Foundation
import Places
import Synchronization
import Tables
import TestKit
import Testing

/// The 1,565 shops of a real chain, which lie beside the project.
@Suite("A real retailer's stores", .enabled(if: FileManager.default.fileExists(atPath: RealStores.path)))
struct RealStoresTests {
    @Test("all are taken, each with its time zone and hours, and a second run changes nothing", arguments: TestDatabase.all)
    func all(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            let stores = LocationImport(into: places.database, world: places.world)
            let heard = Mutex<[Int]>([])
            let report = try await stores.run(path: RealStores.path) { report in heard.withLock { $0.append(report.rowsRead) } }
            #expect(report.text == "1565 rows read: 1565 created, 0 updated, 0 unchanged, 0 refused.")
            #expect(heard.withLock { $0.last } == 1_565)
            let again = try await stores.run(path: RealStores.path)
            #expect(again.text == "1565 rows read: 0 created, 0 updated, 1565 unchanged, 0 refused.")

            let all = try await places.database.read { try Location.all(in: $0) }
            let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
            for (code, zone) in RealStores.zones { #expect(byCode[code]?.timeZone.name == zone, "\(code)") }
            #expect(all.allSatisfy { !$0.hours.isEmpty })
            // The kiosks at airports are open around the clock, and nothing else is.
            #expect(all.filter { $0.hours == .always }.count == 189)
            #expect(all.filter { $0.hours == .always }.allSatisfy { $0.format == "Express" })
            #expect(
                byCode["1531"]?.hours.description
                    == "Mo 08:00-24:00; Tu 12:00-24:00; We 12:00-24:00; Th 12:00-24:00; Fr 12:00-24:00; Sa 12:00-24:00; Su 11:00-22:00")
            let shops = all.filter { $0.hours != .always }
            let spans = shops.flatMap { $0.hours.weekly.values.joined() }
            #expect(spans.allSatisfy { (480...840).contains($0.opens) && (1_020...1_440).contains($0.closes) })
        }
    }

    @Test("the store nearest to the Empire State Building is in Manhattan", arguments: TestDatabase.all)
    func nearest(on engine: TestDatabase) async throws {
        try await withPlaces(on: engine) { places in
            _ = try await LocationImport(into: places.database, world: places.world).run(path: RealStores.path)
            let here = try #require(Point(latitude: 40.7484, longitude: -73.9857))
            let near = try await places.database.read { try Location.nearest(to: here, limit: 3, in: $0) }
            #expect(near.allSatisfy { $0.address.city == "New York" })
        }
    }
}

enum RealStores {
    static let path = "../shared/data/stores.csv"

    static let zones = [
        "1470": "America/Denver",  // El Paso, TX
        "1526": "America/Chicago",  // Odessa, TX
        "395": "America/Chicago",  // Pensacola, FL
        "857": "America/Chicago",  // Panama City, FL
        "435": "America/New_York",  // Tallahassee, FL
        "1002": "America/Phoenix",  // Tempe, AZ
        "1084": "America/Phoenix",  // Flagstaff, AZ
        "335": "America/New_York",  // Louisville, KY
        "440": "America/Chicago",  // Bowling Green, KY
        "1130": "America/Chicago",  // Nashville, TN
        "169": "America/New_York",  // Knoxville, TN
        "488": "America/New_York",  // Chattanooga, TN
        "309": "America/Chicago",  // Merrillville, IN
        "227": "America/Chicago",  // Evansville, IN
        "325": "America/Indiana/Indianapolis",  // South Bend, IN
        "2515": "America/Detroit",  // Marquette, MI
        "861": "America/Denver",  // Rapid City, SD
        "655": "America/Los_Angeles",  // Coeur d'Alene, ID
        "526": "America/Boise",  // Boise, ID
        "763": "Pacific/Honolulu",
        "539": "America/Anchorage",
        "1118": "America/Puerto_Rico",  // San Juan
    ]
}
