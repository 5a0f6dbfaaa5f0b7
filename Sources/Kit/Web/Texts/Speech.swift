import Essentials
import Mustache

/// The language of the page that is being rendered, known to the values that it shows: a sentence says itself in it, and a
/// number knows its form.
enum Speech {
    @TaskLocal static var current = Catalogue(Texts.source)
}

extension Sentence: MustacheCustomRenderable {
    public var renderText: String { Speech.current.say(self) }
    public var isNull: Bool { false }
}

extension Int: @retroactive MustacheParent {
    public func child(named name: String) -> Any? { Int64(self).child(named: name) }
}

/// A number that a text counts by: `{{#total.few}}`, `{{total.said}}`. Texts are spliced into templates with these.
extension Int64: @retroactive MustacheParent {
    public func child(named name: String) -> Any? {
        switch name {
        case "said": Speech.current.said(self)
        case "one", "few", "many", "other": Speech.current.rule.form(of: self).rawValue == name
        case "source-one": self == 1
        case "source-other": self != 1
        default: nil
        }
    }
}
