import Essentials

/// The expected ways in which a shop's menu and promises are refused.
public enum ShopGuideRefusal: Refusal, Equatable {
    case tooMany(Int)
    case collection(String)
    case days
    case tooLong(field: String, limit: Int)
    case language
    /// Somebody else changed it since the caller read it.
    case changedMeanwhile

    public var code: String {
        switch self {
        case .tooMany: "guide.too_many"
        case .collection: "guide.collection"
        case .days: "guide.days"
        case .tooLong: "guide.too_long"
        case .language: "guide.language"
        case .changedMeanwhile: "guide.changed_meanwhile"
        }
    }

    public var field: String? {
        switch self {
        case .tooMany, .collection: "menu"
        case .days: "delivery_to"
        case .tooLong(let field, _): field
        case .language: "language"
        case .changedMeanwhile: nil
        }
    }

    public var kind: RefusalKind { self == .changedMeanwhile ? .conflict : .invalid }

    public var sentence: Sentence {
        switch self {
        case .tooMany(let most): "A menu has at most \(most) collections."
        case .collection(let handle): "No collection has the handle “\(handle)”."
        case .days: "Write two whole numbers of working days from 1 to 90, the lower one first, or leave both empty."
        case .tooLong(_, let limit): "This is longer than \(limit) characters."
        case .language: "This is no language tag, such as “fi” or “zh-Hans”."
        case .changedMeanwhile: "Somebody else changed this since you opened it. Look at it again."
        }
    }
}
