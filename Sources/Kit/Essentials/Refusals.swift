/// Several things that are wrong at once, such as the fields of a form. It speaks with the voice of the first.
///
/// A form shows each beside its field: `FieldNotices(refusal)`; problem+json names them all in `errors`.
public struct Refusals: Refusal {
    /// At least two.
    public let all: [any Refusal]
    private let first: any Refusal

    /// Throws what was found wrong: one thing as itself, several together; nothing when nothing is wrong.
    public static func check(_ found: [any Refusal]) throws {
        guard let first = found.first else { return }
        throw found.count == 1 ? first : Refusals(all: found, first: first)
    }

    private init(all: [any Refusal], first: any Refusal) {
        self.all = all
        self.first = first
    }

    public var code: String { first.code }
    public var field: String? { first.field }
    public var sentence: Sentence { first.sentence }
    public var kind: RefusalKind { first.kind }
}

extension Refusal {
    /// The single things that are refused: itself, unless it is several.
    public var parts: [any Refusal] { (self as? Refusals)?.all ?? [self] }
}
