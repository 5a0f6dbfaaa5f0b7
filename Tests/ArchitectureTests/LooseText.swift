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

extension LooseText {
    /// Words in an ES module that do not pass through `t`.
    ///
    /// A literal speaks to people when it begins like a sentence or holds two words; classes and selectors hold several,
    /// too, but say where they are used, and what a fault says is for the log.
    static func all(inModule script: String) -> [String] {
        let code = script.replacing(/\/\*.*?\*\//.dotMatchesNewlines(), with: "").replacing(/(?:^|\s)\/\/[^\n]*/, with: "")
        return code.split(separator: "\n").flatMap { line in
            line.matches(of: /"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`|'((?:[^'\\]|\\.)*)'/).compactMap { match in
                let literal = match.1 ?? match.2 ?? match.3 ?? ""
                let before = line[..<match.range.lowerBound]
                return speaks(literal) && !isForPrograms(before) && !isSaid(before) ? String(literal) : nil
            }
        }
    }

    /// Words in a surface's Swift that are no `Sentence`: they would be read in English by everybody.
    static func all(in source: SwiftSource) -> [String] {
        let said = SentenceTexts.lines(of: source.code)
        return source.literals.filter { literal in
            let line = source.code[literal.line - 1]
            return !said.contains(literal.line) && speaks(Substring(literal.value))
                && !line.contains(/logger\.|template|Thing\(|fatalError|precondition|headers|\.vary|\.say\(/)
        }.map(\.value)
    }

    private static func speaks(_ literal: Substring) -> Bool {
        let bare = literal.replacing(/\$\{[^}]*\}/, with: "").replacing(String(SwiftSource.Literal.placeholder), with: "")
        return bare.contains(/^[A-Z][a-z]+/) && !bare.contains(/^(?:Arrow|Page)[A-Z]|Error$|^[A-Z][a-z]+[A-Z]/) && !isKey(bare)
            || bare.contains(/[A-Za-z]{2,} [a-z]{2,}/)
    }

    private static func isKey(_ literal: Substring) -> Bool {
        literal.split(separator: " ").allSatisfy { $0.wholeMatch(of: /Ctrl|Alt|Shift|Enter|Escape|Delete|Backspace|Tab|[A-Z]|F\d+/) != nil }
    }

    /// Selectors, classes, what a fault says.
    private static func isForPrograms(_ before: Substring) -> Bool {
        before.contains(/(?:class: (?:[^"`]*\? )?(?:"[^"]*" : )?|className = |querySelector(?:All)?\(|closest\??\.?\(|matches\(|Error\()$/)
            || before.contains(/^\s*(?:import|export) .*from $/)
    }

    private static func isSaid(_ before: Substring) -> Bool {
        before.contains(/\bt\((?:"(?:[^"\\]|\\.)*", )?$/.wordBoundaryKind(.simple))
    }
}
