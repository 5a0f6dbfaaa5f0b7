import Essentials

/// The expected ways in which Places says no.
public enum PlacesRefusal: Refusal, Equatable {
    case unknownLocation
    case codeTaken(String)
    /// The number stands in addresses and in files, so it holds nothing that means something there.
    case codeUnusable
    /// Somebody else changed it since the caller read it.
    case changedMeanwhile
    case missing(field: String)
    case tooLong(field: String, limit: Int)
    case notOneLine(field: String)
    case latitudeOrLongitude
    case country(String)
    case timeZone(String)
    case hoursOverlap(String)
    case hoursUnreadable(String)
    /// The zone cannot be told from the place alone.
    case timeZoneUnclear(String)

    public var code: String {
        switch self {
        case .unknownLocation: "location.unknown"
        case .codeTaken: "location.code_taken"
        case .codeUnusable: "location.code_unusable"
        case .changedMeanwhile: "location.changed_meanwhile"
        case .missing: "location.missing"
        case .tooLong: "location.too_long"
        case .notOneLine: "location.not_one_line"
        case .latitudeOrLongitude: "location.coordinates"
        case .country: "location.country"
        case .timeZone: "location.time_zone"
        case .hoursOverlap: "location.hours_overlap"
        case .hoursUnreadable: "location.hours_unreadable"
        case .timeZoneUnclear: "location.time_zone_unclear"
        }
    }

    public var kind: RefusalKind {
        switch self {
        case .unknownLocation: .notFound
        case .codeTaken, .changedMeanwhile: .conflict
        default: .invalid
        }
    }

    public var field: String? {
        switch self {
        case .unknownLocation, .changedMeanwhile: nil
        case .codeTaken, .codeUnusable: "code"
        case .missing(let field), .tooLong(let field, _), .notOneLine(let field): field
        case .latitudeOrLongitude: "latitude"
        case .country: "country"
        case .timeZone, .timeZoneUnclear: "time_zone"
        case .hoursOverlap, .hoursUnreadable: "hours"
        }
    }

    public var sentence: Sentence {
        switch self {
        case .unknownLocation: "There is no such location."
        case .codeTaken(let code): "Another location has the number “\(code)”."
        case .codeUnusable:
            "A location’s number is made of letters, digits, spaces, hyphens, underscores and full stops, and begins with a letter or digit."
        case .changedMeanwhile: "Somebody changed this location while you were at it; look at it again."
        case .missing: "This cannot be empty."
        case .tooLong(_, let limit): "This is longer than \(limit) characters."
        case .notOneLine: "This must be one line of text."
        case .latitudeOrLongitude: "A latitude is between −90 and 90 and a longitude between −180 and 180; give both or neither."
        case .country(let text): "“\(text)” is no country code of two letters, such as US."
        case .timeZone(let name): "“\(name)” is no time zone of the tz database, such as America/Chicago."
        case .hoursOverlap(let spans): "Opening hours of one day overlap: \(spans)."
        case .hoursUnreadable(let text): "“\(text)” cannot be read as opening hours."
        case .timeZoneUnclear(let reason): "\(reason) Name the zone in a column time_zone, such as America/Chicago."
        }
    }
}
