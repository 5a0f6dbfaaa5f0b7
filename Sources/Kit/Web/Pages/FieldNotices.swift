import Essentials
import Mustache

/// What was refused, for a form to show beside the fields: `{{#notices.email}}<p class="notice-field">{{.}}</p>{{/notices.email}}`.
///
/// What names no field is `{{notices.general}}`.
public struct FieldNotices: Sendable {
    private var sentences: [String: Sentence] = [:]

    /// Nothing was refused.
    public init() {}

    /// One thing, or each of several (`Refusals`) beside its field.
    public init(_ refusal: any Refusal) {
        add(refusal)
    }

    /// Adds more sentences, for a form that tells everything at once; the first of a field is kept.
    public mutating func add(_ refusal: any Refusal) {
        for part in refusal.parts {
            let field = part.field ?? "general"
            if sentences[field] == nil { sentences[field] = part.sentence }
        }
    }

    public var isEmpty: Bool { sentences.isEmpty }

    /// How many fields have one.
    public var count: Int { sentences.count }
}

extension FieldNotices: MustacheParent {
    public func child(named name: String) -> Any? { sentences[name] }
}

/// `{{typed.email}}` fills a form again with what was typed.
extension Fields: MustacheParent {
    public func child(named name: String) -> Any? { typed(name) }
}

/// A value that answers to every name, so that a template check cannot find one missing.
protocol AnswersEveryName {}
extension FieldNotices: AnswersEveryName {}
extension Fields: AnswersEveryName {}
