import Web

/// A field that somebody else has changed while a person was typing: theirs is kept, the person's stays in the form.
struct Difference: Shown {
    let field: Chosen
    /// The part that it belongs to: a variant's SKU.
    var of: String?
    let yours: String
    let theirs: String

    static let answers: Answers = ["field": \.field, "of": \.of, "yours": \.yours, "theirs": \.theirs]

    /// Where the form says something else than what is kept now, in the order of `names`.
    static func between(_ typed: Fields, and kept: [String: String], in names: [String]) -> [Difference] {
        names.compactMap { name in
            let yours = typed.typed(name).split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
            let theirs = kept[name] ?? ""
            return yours == theirs ? nil : Difference(field: Chosen(name), yours: yours, theirs: theirs)
        }
    }
}
