import Essentials

/// What the back office refuses before any business looks at it.
enum DeskRefusal: Refusal, Equatable {
    /// A form came from somebody whose session has ended.
    case signedOut
    case nothingThere
    case notAnAmount(field: String)
    case notADecimal(field: String)
    case notAPercentage(field: String)
    case noPriceList(field: String)
    case attributeLine(String)
    case notHours(String)
    case notAZone(String)
    case notACurrency(String)
    case halfACoordinate
    case passwordsDiffer
    /// Nothing was chosen in a list of which something shall be done to some.
    case nothingTicked
    case tooManyAtOnce(Int)
    /// A location is named by the retailer's own number.
    case noSuchLocation(String, field: String)

    var code: String {
        switch self {
        case .signedOut: "desk.signed_out"
        case .nothingThere: "desk.nothing_there"
        case .notAnAmount: "desk.not_an_amount"
        case .notADecimal: "desk.not_a_decimal"
        case .notAPercentage: "desk.not_a_percentage"
        case .noPriceList: "desk.no_price_list"
        case .attributeLine: "desk.attribute_line"
        case .notHours: "desk.not_hours"
        case .notAZone: "desk.not_a_zone"
        case .notACurrency: "desk.not_a_currency"
        case .halfACoordinate: "desk.half_a_coordinate"
        case .passwordsDiffer: "desk.passwords_differ"
        case .nothingTicked: "desk.nothing_ticked"
        case .tooManyAtOnce: "desk.too_many_at_once"
        case .noSuchLocation: "desk.no_such_location"
        }
    }

    var field: String? {
        switch self {
        case .signedOut, .nothingThere, .nothingTicked, .tooManyAtOnce: nil
        case .notAnAmount(let field), .notADecimal(let field), .notAPercentage(let field), .noPriceList(let field): field
        case .attributeLine: "attributes"
        case .notHours: "hours"
        case .notAZone: "time_zone"
        case .notACurrency: "currency"
        case .halfACoordinate: "latitude"
        case .passwordsDiffer: "again"
        case .noSuchLocation(_, let field): field
        }
    }

    var kind: RefusalKind {
        switch self {
        case .signedOut: .unauthenticated
        case .nothingThere: .notFound
        default: .invalid
        }
    }

    var sentence: Sentence {
        switch self {
        case .signedOut: "Your session has ended and nothing was saved. Sign in again, then send it once more."
        case .nothingThere: "There is nothing at this address."
        case .notAnAmount: "Write an amount such as 49.95."
        case .notADecimal: "Write a number such as 60.17."
        case .notAPercentage: "Write per cent from −100 to 1000, such as −12.5."
        case .noPriceList: "Choose the price list."
        case .attributeLine(let line): "“\(line)” is not of the form “name: value”."
        case .notHours(let line): "“\(line)” is not of the form “Mo 10:00-18:00” or “2026-12-25 off”."
        case .notAZone(let name): "“\(name)” is no time zone. Write one such as Europe/Helsinki."
        case .notACurrency(let code): "“\(code)” is no currency. Write three letters such as EUR."
        case .halfACoordinate: "Write both latitude and longitude, or neither."
        case .passwordsDiffer: "The two passwords are not the same."
        case .nothingTicked: "Tick some of the list first."
        case .tooManyAtOnce(let most): "These are too many at once: \(most) are the most. Narrow the list first."
        case .noSuchLocation(let code, _): "No location has the number “\(code)”."
        }
    }
}

/// A refusal about a field that has another name on the page than in the slice: `variants.2.sku`.
struct RefusedField: Refusal {
    let refusal: any Refusal
    let field: String?

    init(_ refusal: any Refusal, field: String?) {
        self.refusal = refusal
        self.field = field
    }

    var code: String { refusal.code }
    var kind: RefusalKind { refusal.kind }
    var sentence: Sentence { refusal.sentence }
}
