/// An expected "no": a value with a stable code, never a crash and never half an effect.
///
/// Surfaces turn it into problem+json (RFC 9457) or a sentence beside the field.
/// Every other error is a fault of ours: a 500 with an id that the log also has. What is wrong in several places at once
/// is told at once: `Refusals`.
public protocol Refusal: Error, Sendable {
    /// Stable, dotted, for programs: `stock.short`.
    var code: String { get }
    /// The form field or argument that the refusal is about, when there is one.
    var field: String? { get }
    /// One sentence for people, which surfaces say in the reader's language; it holds no secret and no personal data.
    var sentence: Sentence { get }
    /// What kind of no it is; surfaces map it to a status.
    var kind: RefusalKind { get }
}

extension Refusal {
    public var field: String? { nil }
    public var kind: RefusalKind { .invalid }
    /// The sentence in English, for logs.
    public var message: String { sentence.description }
}

public enum RefusalKind: Sendable {
    /// The input cannot be right (422).
    case invalid
    /// There is no such thing, or none that the caller may know of (404).
    case notFound
    /// Somebody else was first, or the state does not allow it now (409).
    case conflict
    /// Nobody is signed in (401).
    case unauthenticated
    /// Somebody is signed in who may not do this (403).
    case forbidden
    /// A payment was declined (402).
    case payment
    /// Too often (429).
    case tooMany
    /// Not now: full, locked or going down (503).
    case unavailable
    /// Not the caller's doing but ours; the log says what it was (500).
    case fault
}
