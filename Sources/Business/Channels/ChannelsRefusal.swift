import Essentials

/// The expected ways in which Channels says no.
public enum ChannelsRefusal: Refusal, Equatable {
    case unknownChannel
    case handle(String)
    case handleTaken(String)
    case nameMissing
    case nameNotOneLine
    case tooLong(field: String, limit: Int)
    case language(String)
    case currency(Currency, ofPriceList: Currency)
    case share(Int)
    case negative(field: String)
    case unknownLocation
    case archivedLocation(String)
    /// Somebody else changed it since the caller read it.
    case changedMeanwhile

    public var code: String { words.code }
    public var field: String? { words.field }
    public var sentence: Sentence { words.sentence }

    public var kind: RefusalKind {
        switch self {
        case .unknownChannel: .notFound
        case .handleTaken, .changedMeanwhile: .conflict
        default: .invalid
        }
    }

    private var words: (code: String, field: String?, sentence: Sentence) {
        switch self {
        case .unknownChannel: ("channel.unknown", nil, "There is no such channel.")
        case .handle(let text):
            (
                "channel.handle", "handle",
                "“\(text.prefix(80))” is no handle: small letters and digits, with hyphens between them, 60 at most."
            )
        case .handleTaken(let handle): ("channel.handle_taken", "handle", "Another channel has the handle “\(handle)”.")
        case .nameMissing: ("channel.name_missing", "name", "It needs a name.")
        case .nameNotOneLine: ("channel.name_not_one_line", "name", "A name is one line of text.")
        case .tooLong(let field, let limit): ("channel.too_long", field, "This is longer than \(limit) characters.")
        case .language(let tag): ("channel.language", "language", "“\(tag.prefix(40))” is no language, such as en-US.")
        case .currency(let currency, let list):
            ("channel.currency", "currency", "The price list is in \(list.code), so the channel cannot sell in \(currency.code).")
        case .share(let percent): ("channel.share", "share", "A share is between 0 and 100 percent, not \(percent).")
        case .negative(let field): ("channel.negative", field, "This is a number of units, and not below zero.")
        case .unknownLocation: ("channel.unknown_location", "locations", "One of the locations does not exist.")
        case .archivedLocation(let name): ("channel.archived_location", "locations", "“\(name)” is archived; nothing is sold from there.")
        case .changedMeanwhile:
            ("channel.changed_meanwhile", nil, "Somebody changed this channel while you were at it; look at it again.")
        }
    }
}
