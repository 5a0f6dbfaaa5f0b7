import Essentials

/// The expected ways in which Settings says no.
public enum SettingsRefusal: Refusal, Equatable {
    case reductionPercent
    case lowStock
    case idleMinutes

    public var code: String {
        switch self {
        case .reductionPercent: "settings.reduction_percent"
        case .lowStock: "settings.low_stock"
        case .idleMinutes: "settings.idle_minutes"
        }
    }

    public var field: String? {
        switch self {
        case .reductionPercent: "reduction_percent"
        case .lowStock: "low_stock"
        case .idleMinutes: "idle_minutes"
        }
    }

    public var sentence: Sentence {
        switch self {
        case .reductionPercent: "Write a whole number of per cent from 0 to 100."
        case .lowStock: "Write a whole number of units from 0 to 1,000."
        case .idleMinutes: "Write a whole number of minutes from 0 to 240."
        }
    }
}
