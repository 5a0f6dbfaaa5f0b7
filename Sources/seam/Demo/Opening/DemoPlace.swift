import Database
import Essentials
import Places
import Staff

/// Where the demo shop is. The raw value is the retailer's own number.
enum DemoPlace: String, CaseIterable, Decodable, CodingKeyRepresentable, Sendable {
    case warehouse = "W1"
    case helsinki = "S1"
    case turku = "S2"
    case stockholm = "S3"

    static let shops: [DemoPlace] = [.helsinki, .turku, .stockholm]

    /// All of them, with Christmas of this year and the next in their hours.
    static func open(by actor: Actor, in transaction: Transaction, world: World) throws -> [DemoPlace: Location] {
        var opened: [DemoPlace: Location] = [:]
        for place in allCases {
            opened[place] = try createLocation(place.draft(at: world.now), by: actor, in: transaction, world: world)
        }
        return opened
    }

    func draft(at now: Instant) throws -> LocationDraft {
        guard let zone = IANATimeZone(zoneName) else { throw PlacesRefusal.timeZone(zoneName) }
        return LocationDraft(
            code: rawValue, name: name, kind: self == .warehouse ? .warehouse : .store, address: address, coordinates: coordinates,
            timeZone: zone, hours: try hours(from: zone.day(at: now).year), services: services)
    }

    private func hours(from year: Int) throws -> OpeningHours {
        guard !week.isEmpty else { return .none }
        let christmas = [year, year + 1].map { "\($0)-12-24 10:00-13:00; \($0)-12-25 off; \($0)-12-26 off" }
        let text = ([week] + christmas).joined(separator: "; ")
        guard let hours = OpeningHours(text) else { throw PlacesRefusal.hoursUnreadable(text) }
        return hours
    }
}

extension DemoPlace {
    var name: String {
        switch self {
        case .warehouse: "Vantaa warehouse"
        case .helsinki: "Helsinki, Fredrikinkatu"
        case .turku: "Turku, Aura riverside"
        case .stockholm: "Stockholm, Götgatan"
        }
    }

    private var address: Address {
        switch self {
        case .warehouse: Address(lines: ["Tikkurilantie 136", "Gate C"], city: "Vantaa", postalCode: "01530", country: "FI")
        case .helsinki: Address(lines: ["Fredrikinkatu 32"], city: "Helsinki", postalCode: "00120", country: "FI")
        case .turku: Address(lines: ["Läntinen Rantakatu 15"], city: "Turku", postalCode: "20100", country: "FI")
        case .stockholm: Address(lines: ["Götgatan 28"], city: "Stockholm", postalCode: "118 46", country: "SE")
        }
    }

    private var coordinates: Point? {
        switch self {
        case .warehouse: Point(latitude: 60.3003, longitude: 24.9590)
        case .helsinki: Point(latitude: 60.1643, longitude: 24.9388)
        case .turku: Point(latitude: 60.4489, longitude: 22.2637)
        case .stockholm: Point(latitude: 59.3169, longitude: 18.0722)
        }
    }

    private var zoneName: String { self == .stockholm ? "Europe/Stockholm" : "Europe/Helsinki" }

    /// The week as it repeats; nobody shops in the warehouse.
    private var week: String {
        switch self {
        case .warehouse: ""
        case .helsinki:
            "Mo 10:00-18:00; Tu 10:00-18:00; We 10:00-18:00; Th 10:00-20:00; Fr 10:00-18:00; Sa 10:00-17:00; Su 12:00-16:00"
        case .turku: "Mo 12:00-17:00; Tu 10:00-17:30; We 10:00-17:30; Th 10:00-17:30; Fr 10:00-17:30; Sa 10:00-16:00; Su 12:00-16:00"
        case .stockholm: "Mo 10:30-18:30; Tu 10:30-18:30; We 10:30-18:30; Th 10:30-18:30; Fr 10:30-18:30; Sa 10:00-17:00; Su 11:00-16:00"
        }
    }

    private var services: [String] {
        switch self {
        case .warehouse: []
        case .helsinki: ["Coffee ground while you wait", "Knives sharpened on Thursdays", "Gift wrapping"]
        case .turku: ["Coffee ground while you wait", "Gift wrapping", "Stops for the summer ferry"]
        case .stockholm: ["Coffee ground while you wait", "Gift wrapping", "Finnish spoken, Swedish understood"]
        }
    }
}
