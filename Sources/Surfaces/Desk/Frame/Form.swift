import Essentials
import Mustache
import Web

/// A form as a template shows it: what stands in each field, and what was refused about it.
///
/// `{{#f.title}}{{>input}}{{/f.title}}` is the field `title`. Rows of a form have a prefix: in the row `variants.2`,
/// `f.sku` is the field `variants.2.sku`.
struct Form: MustacheParent, Sendable {
    private let prefix: String
    private let values: @Sendable (String) -> String
    let notices: FieldNotices

    /// What is kept, before anybody types.
    init(_ values: [String: String] = [:], prefix: String = "", notices: FieldNotices = FieldNotices()) {
        self.prefix = prefix
        self.values = { values[$0] ?? "" }
        self.notices = notices
    }

    /// What was typed, with what was refused.
    init(typed: Fields, prefix: String = "", notices: FieldNotices = FieldNotices()) {
        self.prefix = prefix
        values = { typed.typed(prefix + $0) }
        self.notices = notices
    }

    subscript(name: String) -> String { values(name) }
    /// What was refused about no field.
    var general: Sentence? { notices.child(named: "general") as? Sentence }

    func child(named name: String) -> Any? { field(name) }

    func field(_ name: String) -> FormField {
        FormField(name: prefix + name, value: values(name), error: notices.child(named: prefix + name) as? Sentence)
    }
}

struct FormField: Shown {
    let name: String
    let value: String
    let error: Sentence?

    static let answers: Answers = [
        "id": { $0.name.replacing(".", with: "-") }, "name": \.name, "value": \.value, "error": \.error, "is": { Chosen($0.value) },
        "filled": { $0.value.isEmpty ? nil : $0.value }, "isTicked": { !$0.value.isEmpty },
    ]
}

/// One entry of a list to choose from.
struct Choice: Shown {
    let value: String
    let label: String
    let isChosen: Bool

    static let answers: Answers = ["value": \.value, "label": \.label, "isChosen": \.isChosen]
}
