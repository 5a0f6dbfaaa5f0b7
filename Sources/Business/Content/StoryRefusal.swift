import Essentials

/// The expected ways in which a story is refused.
public enum StoryRefusal: Refusal, Equatable {
    case unknown
    case unknownProduct
    /// Somebody else changed it since the caller read it.
    case stale
    case titleMissing
    case tooLong(field: String, limit: Int)
    case handleInvalid
    case handleTaken(String)
    case picture
    case tooManyProducts(Int)
    case figure
    case language

    public var code: String {
        switch self {
        case .unknown: "story.unknown"
        case .unknownProduct: "story.unknown_product"
        case .stale: "story.stale"
        case .titleMissing: "story.title_missing"
        case .tooLong: "story.too_long"
        case .handleInvalid: "story.handle_invalid"
        case .handleTaken: "story.handle_taken"
        case .picture: "story.picture"
        case .tooManyProducts: "story.too_many_products"
        case .figure: "story.figure"
        case .language: "story.language"
        }
    }

    public var field: String? {
        switch self {
        case .unknown, .stale, .figure: nil
        case .unknownProduct, .tooManyProducts: "products"
        case .titleMissing: "title"
        case .tooLong(let field, _): field
        case .handleInvalid, .handleTaken: "handle"
        case .picture: "image"
        case .language: "language"
        }
    }

    public var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .stale, .handleTaken: .conflict
        default: .invalid
        }
    }

    public var sentence: Sentence {
        switch self {
        case .unknown: "There is no such story."
        case .unknownProduct: "It links to a product that is not there."
        case .stale: "Somebody else changed the story since you opened it. Look at it again."
        case .titleMissing: "It needs a title."
        case .tooLong(_, let limit): "This is longer than \(limit) bytes."
        case .handleInvalid: "An address needs letters or digits, and not too many."
        case .handleTaken(let handle): "Another story already has the handle “\(handle)”."
        case .picture: "This is no address of a picture: write a path of the shop, or https://…"
        case .tooManyProducts(let most): "A story links to at most \(most) products."
        case .figure: "A recipe feeds at least one person and takes at least a minute."
        case .language: "This is no language tag, such as “fi” or “zh-Hans”."
        }
    }
}
