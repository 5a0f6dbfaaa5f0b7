import Database
import Essentials
import Places
import Staff
import TestKit

/// What tests of Places share: a held clock, an owner who acts, drafts of places that exist.
struct PlacesWorld: Sendable {
    let clock = TestClock()
    let world: World
    let database: any Database
    let owner = Actor.system("test")

    init(_ database: any Database) {
        self.database = database
        world = .held(by: clock)
    }

    func create(_ draft: LocationDraft) async throws -> Location {
        try await database.write { [owner, world] in try createLocation(draft, by: owner, in: $0, world: world) }
    }

    func update(_ location: Location, version: Int? = nil, by actor: Actor? = nil, _ change: (inout LocationDraft) -> Void) async throws
        -> Location
    {
        var draft = LocationDraft(location)
        change(&draft)
        return try await database.write { [draft, owner, world] in
            try updateLocation(
                location.id, to: draft, version: version ?? location.version, by: actor ?? owner, in: $0, world: world)
        }
    }

    func topics(of location: Location) async throws -> [String] {
        try await database.read {
            try $0.values("SELECT topic FROM fact WHERE subject = \(location.id) ORDER BY seq", as: String.self)
        }
    }
}

func withPlaces<T>(on engine: TestDatabase, _ body: (PlacesWorld) async throws -> T) async throws -> T {
    try await withDatabase(on: engine, StaffSchema.migrations + PlacesSchema.migrations) { try await body(PlacesWorld($0)) }
}

extension LocationDraft {
    static func test(
        _ code: String = "100", name: String = "Mall of America", region: String = "MN", at point: Point? = nil,
        zone: String = "America/Chicago", hours: OpeningHours = .none
    ) throws -> LocationDraft {
        try LocationDraft(
            code: code, name: name, address: Address(lines: ["340 W Market"], city: "Bloomington", region: region, country: "US"),
            coordinates: point, timeZone: .test(zone), hours: hours)
    }
}

/// Thrown where a test's own constant is wrong.
struct NoSuch: Error {
    let name: String
}

extension IANATimeZone {
    static func test(_ name: String) throws -> IANATimeZone {
        guard let zone = IANATimeZone(name) else { throw NoSuch(name: name) }
        return zone
    }

    /// `2026-03-08 01:59` as the clocks there show it.
    func at(_ text: String) throws -> Instant {
        let words = text.split(separator: " ")
        let time = words[1].split(separator: ":").compactMap { Int($0) }
        guard let day = Day(String(words[0])), time.count == 2 else { throw NoSuch(name: text) }
        return instant(on: day, minute: time[0] * 60 + time[1])
    }
}

extension OpeningHours {
    static func test(_ text: String) throws -> OpeningHours {
        guard let hours = OpeningHours(text) else { throw NoSuch(name: text) }
        return hours
    }
}
