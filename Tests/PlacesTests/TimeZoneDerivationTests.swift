import Foundation
import Testing

@testable import Places

@Suite("The time zone of a place")
struct TimeZoneDerivationTests {
    struct Town: Sendable, CustomTestStringConvertible {
        let name, region: String
        let latitude, longitude: Double
        let zone: String
        var testDescription: String { name }
    }

    static let towns = [
        Town(name: "El Paso", region: "TX", latitude: 31.76, longitude: -106.49, zone: "America/Denver"),
        Town(name: "Odessa", region: "TX", latitude: 31.85, longitude: -102.37, zone: "America/Chicago"),
        Town(name: "Van Horn", region: "TX", latitude: 31.04, longitude: -104.83, zone: "America/Chicago"),
        Town(name: "Pensacola", region: "FL", latitude: 30.42, longitude: -87.22, zone: "America/Chicago"),
        Town(name: "Tallahassee", region: "FL", latitude: 30.44, longitude: -84.28, zone: "America/New_York"),
        Town(name: "Port St. Joe", region: "FL", latitude: 29.81, longitude: -85.30, zone: "America/New_York"),
        Town(name: "Wewahitchka", region: "FL", latitude: 30.11, longitude: -85.20, zone: "America/Chicago"),
        Town(name: "Nashville", region: "TN", latitude: 36.16, longitude: -86.78, zone: "America/Chicago"),
        Town(name: "Crossville", region: "TN", latitude: 35.95, longitude: -85.03, zone: "America/Chicago"),
        Town(name: "Chattanooga", region: "TN", latitude: 35.05, longitude: -85.31, zone: "America/New_York"),
        Town(name: "Knoxville", region: "TN", latitude: 35.96, longitude: -83.92, zone: "America/New_York"),
        Town(name: "Louisville", region: "KY", latitude: 38.25, longitude: -85.76, zone: "America/New_York"),
        Town(name: "Bowling Green", region: "KY", latitude: 36.99, longitude: -86.44, zone: "America/Chicago"),
        Town(name: "Elizabethtown", region: "KY", latitude: 37.69, longitude: -85.86, zone: "America/New_York"),
        Town(name: "Gary", region: "IN", latitude: 41.59, longitude: -87.35, zone: "America/Chicago"),
        Town(name: "Evansville", region: "IN", latitude: 37.97, longitude: -87.56, zone: "America/Chicago"),
        Town(name: "South Bend", region: "IN", latitude: 41.68, longitude: -86.25, zone: "America/Indiana/Indianapolis"),
        Town(name: "Vincennes", region: "IN", latitude: 38.68, longitude: -87.53, zone: "America/Indiana/Indianapolis"),
        Town(name: "Marquette", region: "MI", latitude: 46.54, longitude: -87.40, zone: "America/Detroit"),
        Town(name: "Iron Mountain", region: "MI", latitude: 45.82, longitude: -88.07, zone: "America/Menominee"),
        Town(name: "Bismarck", region: "ND", latitude: 46.81, longitude: -100.78, zone: "America/Chicago"),
        Town(name: "Dickinson", region: "ND", latitude: 46.88, longitude: -102.79, zone: "America/Denver"),
        Town(name: "Rapid City", region: "SD", latitude: 44.08, longitude: -103.23, zone: "America/Denver"),
        Town(name: "Pierre", region: "SD", latitude: 44.37, longitude: -100.35, zone: "America/Chicago"),
        Town(name: "Scottsbluff", region: "NE", latitude: 41.87, longitude: -103.67, zone: "America/Denver"),
        Town(name: "North Platte", region: "NE", latitude: 41.12, longitude: -100.77, zone: "America/Chicago"),
        Town(name: "Goodland", region: "KS", latitude: 39.35, longitude: -101.71, zone: "America/Denver"),
        Town(name: "Colby", region: "KS", latitude: 39.40, longitude: -101.05, zone: "America/Chicago"),
        Town(name: "Boise", region: "ID", latitude: 43.62, longitude: -116.20, zone: "America/Boise"),
        Town(name: "Coeur d'Alene", region: "ID", latitude: 47.68, longitude: -116.78, zone: "America/Los_Angeles"),
        Town(name: "Ontario", region: "OR", latitude: 44.03, longitude: -116.96, zone: "America/Boise"),
        Town(name: "Bend", region: "OR", latitude: 44.06, longitude: -121.31, zone: "America/Los_Angeles"),
        Town(name: "Phoenix", region: "AZ", latitude: 33.45, longitude: -112.07, zone: "America/Phoenix"),
        Town(name: "Window Rock", region: "AZ", latitude: 35.68, longitude: -109.05, zone: "America/Denver"),
        Town(name: "Kykotsmovi", region: "AZ", latitude: 35.87, longitude: -110.62, zone: "America/Phoenix"),
        Town(name: "West Wendover", region: "NV", latitude: 40.74, longitude: -114.07, zone: "America/Denver"),
        Town(name: "Phenix City", region: "AL", latitude: 32.47, longitude: -85.02, zone: "America/New_York"),
        Town(name: "Anchorage", region: "AK", latitude: 61.22, longitude: -149.90, zone: "America/Anchorage"),
        Town(name: "Adak", region: "AK", latitude: 51.88, longitude: -176.66, zone: "America/Adak"),
        Town(name: "Attu", region: "AK", latitude: 52.91, longitude: 172.90, zone: "America/Adak"),
        Town(name: "Honolulu", region: "HI", latitude: 21.31, longitude: -157.86, zone: "Pacific/Honolulu"),
        Town(name: "San Juan", region: "PR", latitude: 18.47, longitude: -66.11, zone: "America/Puerto_Rico"),
    ]

    @Test("is told by its state, and by the map where clocks differ within it", arguments: towns)
    func american(town: Town) throws {
        let address = Address(region: town.region, country: "US")
        let point = Point(latitude: town.latitude, longitude: town.longitude)
        #expect(try IANATimeZone.derived(for: address, at: point).name == town.zone)
    }

    @Test(
        "is told by its country or province elsewhere",
        arguments: [
            ("DE", "", 52.5, 13.4, "Europe/Berlin"), ("GB", "ENG", 51.5, -0.1, "Europe/London"),
            ("ES", "CN", 28.1, -15.4, "Atlantic/Canary"),
            ("ES", "MD", 40.4, -3.7, "Europe/Madrid"), ("CA", "ON", 43.7, -79.4, "America/Toronto"),
            ("CA", "CA-AB", 51.0, -114.1, "America/Edmonton"),
            ("CA", "BC", 55.76, -120.24, "America/Dawson_Creek"), ("AU", "qld", -27.5, 153.0, "Australia/Brisbane"),
            ("BR", "sp", -23.5, -46.6, "America/Sao_Paulo"), ("UA", "", 50.4, 30.5, "Europe/Kyiv"),
            ("JP", "", 35.7, 139.7, "Asia/Tokyo"),
            ("PR", "", 18.4, -66.1, "America/Puerto_Rico"), ("NZ", "", -36.8, 174.8, "Pacific/Auckland"),
        ])
    func elsewhere(country: String, region: String, latitude: Double, longitude: Double, zone: String) throws {
        let point = Point(latitude: latitude, longitude: longitude)
        #expect(try IANATimeZone.derived(for: Address(region: region, country: country), at: point).name == zone)
    }

    @Test("is not guessed", arguments: [("US", "TX"), ("US", ""), ("US", "AE"), ("RU", "MOW"), ("BR", "AM"), ("BR", ""), ("XX", "")])
    func unclear(country: String, region: String) {
        #expect(throws: PlacesRefusal.self) { try IANATimeZone.derived(for: Address(region: region, country: country), at: nil) }
    }

    @Test("every country of the world is told, or refused with a sentence that says what to do")
    func world() throws {
        let countries = Locale.Region.isoRegions.map(\.identifier).filter { $0.count == 2 && $0.allSatisfy(\.isLetter) }
        var refused: Set<String> = []
        for country in countries {
            do {
                _ = try IANATimeZone.derived(for: Address(country: country), at: Point(latitude: 0, longitude: 0))
            } catch let refusal as PlacesRefusal {
                refused.insert(country)
                #expect(refusal.message.contains("in a column time_zone"), "\(country)")
            }
        }
        #expect(refused.isSuperset(of: ["US", "CA", "BR", "MX", "RU", "AU"]))
        #expect(refused.isDisjoint(with: ["DE", "FI", "JP", "IN", "UA", "ZA", "AR", "CN"]))
        #expect(refused.count < 40, "\(refused.sorted())")
    }

    @Test("every zone in the tables exists")
    func tables() {
        #expect(WholeRegions.zones.count > 270)
        for zone in WholeRegions.zones.values { #expect(IANATimeZone(zone) != nil, "\(zone)") }
        #expect(SplitRegions.all.count == 25)
        for region in SplitRegions.all.values {
            for zone in [region.mostly] + region.parts.map(\.zone) { #expect(IANATimeZone(zone) != nil, "\(zone)") }
        }
    }
}
