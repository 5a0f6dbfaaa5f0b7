import Essentials

/// The expected ways in which Content says no.
public enum ContentRefusal: Refusal, Equatable {
    case tooManyBlocks(Int)
    case tooManyRows(Int)
    case titleMissing(block: Int)
    case tooLong(block: Int)
    case tooMany(block: Int)
    case address(block: Int)
    /// What stands for a language is no tag.
    case language(String)
    /// Somebody else changed it since the caller read it.
    case changedMeanwhile

    public var code: String {
        switch self {
        case .tooManyBlocks: "content.too_many_blocks"
        case .tooManyRows: "content.too_many_rows"
        case .titleMissing: "content.title_missing"
        case .tooLong: "content.too_long"
        case .tooMany: "content.too_many"
        case .address: "content.address"
        case .language: "content.language"
        case .changedMeanwhile: "content.changed_meanwhile"
        }
    }

    public var field: String? {
        if case .language = self { "language" } else { nil }
    }
    public var kind: RefusalKind { self == .changedMeanwhile ? .conflict : .invalid }

    public var sentence: Sentence {
        switch self {
        case .tooManyBlocks(let most): "A front has at most \(most) blocks."
        case .tooManyRows(let most): "A front has at most \(most) rows of products."
        case .titleMissing(let block): "Block \(block) needs a title."
        case .tooLong(let block): "Block \(block) has a text that is too long."
        case .tooMany(let block): "Block \(block) shows at most 12 collections or 24 products."
        case .address(let block): "Block \(block) leads nowhere safe: write a path of the shop, or https://…"
        case .language: "This is no language tag, such as “fi” or “zh-Hans”."
        case .changedMeanwhile: "Somebody else changed the front since you opened it. Look at it again."
        }
    }
}
