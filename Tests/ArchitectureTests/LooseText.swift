@testable import Web

/// Words in a template that no catalogue knows: between its tags, or where an attribute speaks to people.
enum LooseText {
    static func all(in template: String) -> [String] {
        words(in: template.replacing(/\[\[.*?\]\]/, with: " ")) + attributes(in: template)
    }

    private static func words(in text: String) -> [String] {
        // Keys and commands are the same in every language; a class and the attributes of a field are no text.
        let said = text.replacing(/<(?:kbd|code)[^>]*>[^<]*<\/(?:kbd|code)>/, with: " ")
            .replacing(/\{\{\$(?:kind|more)\}\}.*?\{\{\/(?:kind|more)\}\}/, with: " ")
        let bare = said.replacing(/\{\{\{.*?\}\}\}|\{\{.*?\}\}/, with: " ")
            .replacing(/<script.*?<\/script>/.dotMatchesNewlines(), with: " ").replacing(/<[^>]*>/, with: " ")
            .replacing(/&[a-z]+;/, with: " ")
        return bare.split(whereSeparator: \.isWhitespace).map(String.init).filter { $0.contains(/\p{Ll}/) }
    }

    private static func attributes(in template: String) -> [String] {
        template.matches(of: /\s(?:aria-label|aria-description|placeholder|title|alt|label|data-ask)="([^"]*)"/).compactMap { match in
            let bare = match.1.replacing(/\[\[.*?\]\]/, with: "").replacing(/\{\{.*?\}\}/, with: "")
            return bare.contains(/\p{Ll}/) ? String(match.1) : nil
        }
    }
}
