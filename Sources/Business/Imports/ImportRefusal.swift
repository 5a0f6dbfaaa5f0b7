import Essentials

/// The expected ways in which Imports says no.
public enum ImportRefusal: Refusal, Equatable {
    case unknown

    public var code: String { "import.unknown" }
    public var field: String? { nil }
    public var kind: RefusalKind { .notFound }
    public var sentence: Sentence { "There is no such import." }
}
