@testable import Web

/// Words in a template that no catalogue knows: between its tags, or where an attribute speaks to people.
enum LooseText {
    static func all(in template: String) -> [String] {
        var loose: [String] = []
        for part in MarkedText.parts(of: template) {
            guard case .between(let text) = part else { continue }
            loose += words(in: text)
        }
        return loose + attributes(in: template)
    }

    private static func words(in text: Substring) -> [String] {
        let bare = text.replacing(/\{\{\{.*?\}\}\}|\{\{.*?\}\}/, with: " ").replacing(
            /<script.*?<\/script>/.dotMatchesNewlines(), with: " "
        )
        .replacing(/<[^>]*>/, with: " ").replacing(/&[a-z]+;/, with: " ")
        // A text inside a tag's attribute parts the tag in two.
        let open = bare.replacing(/^[^<>]*>/, with: " ").replacing(/<[^<>]*$/, with: " ")
        return open.split(whereSeparator: \.isWhitespace).map(String.init).filter { $0.contains(/\p{L}/) }
    }

    private static func attributes(in template: String) -> [String] {
        template.matches(of: /\s(?:aria-label|aria-description|placeholder|title|alt|label)="([^"]*)"/).compactMap { match in
            let bare = match.1.replacing(/\[\[.*?\]\]/, with: "").replacing(/\{\{.*?\}\}/, with: "")
            return bare.contains(/\p{L}/) ? String(match.1) : nil
        }
    }
}
