/// The forms that a language has for a number of things, as CLDR names them.
public enum PluralForm: String, Sendable, CaseIterable {
    case one, few, many, other
}

/// Which form a number takes: the cardinal rules of CLDR 46 for whole numbers.
public enum PluralRule: Sendable {
    /// 番 and 개: the same for every number.
    case none
    /// 1 product, 2 products; also Finnish, and most of Europe.
    case oneAndOther
    /// 1 товар, 2 товара, 5 товаров.
    case eastSlavic

    /// - Parameter language: a BCP 47 tag.
    public init(_ language: String) {
        switch language.split(separator: "-").first ?? "" {
        case "ja", "ko", "zh", "th", "vi", "id", "ms", "my", "lo", "yue": self = .none
        case "ru", "uk", "be": self = .eastSlavic
        default: self = .oneAndOther
        }
    }

    /// In the order in which a catalogue writes them.
    public var forms: [PluralForm] {
        switch self {
        case .none: [.other]
        case .oneAndOther: [.one, .other]
        case .eastSlavic: [.one, .few, .many]
        }
    }

    public func form(of number: Int64) -> PluralForm {
        switch self {
        case .none: return .other
        case .oneAndOther: return number == 1 ? .one : .other
        case .eastSlavic:
            let (ten, hundred) = (number.magnitude % 10, number.magnitude % 100)
            if ten == 1, hundred != 11 { return .one }
            return (2...4).contains(ten) && !(12...14).contains(hundred) ? .few : .many
        }
    }
}
