import Essentials

/// The expected ways in which Settings says no.
public enum SettingsRefusal: Refusal, Equatable {
    case reductionPercent
    case lowStock

    public var code: String {
        switch self {
        case .reductionPercent: "settings.reduction_percent"
        case .lowStock: "settings.low_stock"
        }
    }

    public var field: String? {
        switch self {
        case .reductionPercent: "reduction_percent"
        case .lowStock: "low_stock"
        }
    }

    public var sentence: Sentence {
        switch self {
        case .reductionPercent: "Write a whole number of per cent from 0 to 100."
        case .lowStock: "Write a whole number of units from 0 to 1,000."
        }
    }
}
