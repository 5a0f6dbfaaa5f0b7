import Essentials
import Feed

public struct LocationCreated: Fact {
    public static let topic = "location.created"
    public let location: Location.ID
    public let kind: String
    public var subject: UInt128 { location.bits }
}

public struct LocationUpdated: Fact {
    public static let topic = "location.updated"
    public let location: Location.ID
    public let version: Int
    /// What is different now: `code`, `name`, `kind`, `format`, `address`, `coordinates`, `time_zone`, `hours`, `services`.
    public let changed: [String]
    public var subject: UInt128 { location.bits }
}

public struct LocationArchived: Fact {
    public static let topic = "location.archived"
    public let location: Location.ID
    public var subject: UInt128 { location.bits }
}

public struct LocationReopened: Fact {
    public static let topic = "location.reopened"
    public let location: Location.ID
    public var subject: UInt128 { location.bits }
}

extension LocationDraft {
    /// The names of what is different in `location`, as `LocationUpdated` tells them.
    func changes(to location: Location) -> [String] {
        let current = LocationDraft(location)
        let differences: [(String, Bool)] = [
            ("code", code != current.code), ("name", name != current.name), ("kind", kind != current.kind),
            ("format", format != current.format), ("address", address != current.address),
            ("coordinates", coordinates != current.coordinates), ("time_zone", timeZone != current.timeZone),
            ("hours", hours != current.hours), ("services", services != current.services),
        ]
        return differences.filter(\.1).map(\.0)
    }
}
