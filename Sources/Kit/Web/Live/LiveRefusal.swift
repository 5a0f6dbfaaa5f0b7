import Essentials

/// Why a page cannot listen.
public enum LiveRefusal: Refusal, Equatable {
    case full
    case badTopics
    case unheard(topic: String)

    public var code: String {
        switch self {
        case .full: "live.full"
        case .badTopics: "live.bad_topics"
        case .unheard: "live.unheard"
        }
    }

    public var sentence: Sentence {
        switch self {
        case .full: "Nobody more can listen now."
        case .badTopics: "Name one to \(LiveHub.topicLimit) topics."
        case .unheard(let topic): "You may not listen to \(topic)."
        }
    }

    public var kind: RefusalKind {
        switch self {
        case .full: .unavailable
        case .badTopics: .invalid
        case .unheard: .forbidden
        }
    }
}
