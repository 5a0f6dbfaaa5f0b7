import Essentials

/// What can be wrong with a form before any business looks at it.
public enum FormRefusal: Refusal, Equatable {
    /// It is no form at all.
    case notAForm
    /// Its bytes cannot be read.
    case malformed
    case tooManyFields
    /// A field that is needed is empty or was not sent.
    case missing(field: String)
    /// More than `limit` characters.
    case tooLong(field: String, limit: Int)
    /// Characters that no text on paper has: line ends in a line, control characters.
    case unreadable(field: String)
    case notANumber(field: String)
    case outOfRange(field: String, ClosedRange<Int>)
    case notAChoice(field: String)
    /// An identifier that is none, or of another kind of thing.
    case notAnIdentifier(field: String)

    public var code: String {
        switch self {
        case .notAForm: "form.not_a_form"
        case .malformed: "form.malformed"
        case .tooManyFields: "form.too_many_fields"
        case .missing: "form.missing"
        case .tooLong: "form.too_long"
        case .unreadable: "form.unreadable"
        case .notANumber: "form.not_a_number"
        case .outOfRange: "form.out_of_range"
        case .notAChoice: "form.not_a_choice"
        case .notAnIdentifier: "form.not_an_identifier"
        }
    }

    public var field: String? {
        switch self {
        case .notAForm, .malformed, .tooManyFields: nil
        case .missing(let field), .unreadable(let field), .notANumber(let field), .notAChoice(let field), .notAnIdentifier(let field):
            field
        case .tooLong(let field, _), .outOfRange(let field, _): field
        }
    }

    public var sentence: Sentence {
        switch self {
        case .notAForm: "What was sent is no form."
        case .malformed: "The form could not be read."
        case .tooManyFields: "The form has too many fields."
        case .missing: "Please fill this in."
        case .tooLong(_, let limit): "At most \(limit) characters, please."
        case .unreadable: "This contains characters that cannot be shown."
        case .notANumber: "Please enter a whole number."
        case .outOfRange(_, let range): "Please enter a number from \(range.lowerBound) to \(range.upperBound)."
        case .notAChoice: "Please choose one of what is offered."
        case .notAnIdentifier: "There is no such thing."
        }
    }
}
