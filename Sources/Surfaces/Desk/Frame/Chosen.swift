import Mustache

/// One of several words, for a template to say what stands for it: `{{#status.draft}}Draft{{/status.draft}}`.
struct Chosen: MustacheParent, Sendable {
    let word: String

    init(_ word: String) {
        self.word = word
    }

    func child(named name: String) -> Any? { name == word }
}
