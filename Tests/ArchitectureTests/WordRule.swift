/// Words that stand for a way of working which Seam does without.
struct WordRule: Sendable {
    /// A plain text that stands in every line which breaks the rule; most files are done with after looking for it.
    let anchor: String
    let expression: @Sendable (Substring) -> Bool
    let applies: @Sendable (PackageTable.Room) -> Bool
    let message: String

    func findings(in source: SwiftSource, of room: PackageTable.Room) -> [Finding] {
        guard applies(room) else { return [] }
        return source.lines(containing: anchor).filter { expression($0.text) }.map {
            Finding(path: source.path, line: $0.number, message: message)
        }
    }
}

extension WordRule {
    private static let world = "time and chance come through `World`, so that a test can hold them"
    private static let stops = "an expected no is a Refusal, a broken promise is an error with an id: nothing stops the shop"

    static let all: [WordRule] =
        [
            WordRule(
                anchor: "Date", expression: { $0.says(/\bDate(?:\(\)|\.now\b)/) }, applies: \.isPure, message: "reads the clock: \(world)"),
            WordRule(
                anchor: "Clock()", expression: { $0.says(/\b(?:Continuous|Suspending)Clock\(\)/) }, applies: \.isSlice,
                message: "reads the clock: \(world)"),
            WordRule(anchor: "UUID()", expression: { $0.says(/\bUUID\(\)/) }, applies: \.isPure, message: "makes an id: \(world)"),
            WordRule(
                anchor: "random", expression: { $0.says(/\brandom(?:Element)?\(/) && !$0.contains("using:") }, applies: \.isPure,
                message: "rolls dice: \(world)"),
            WordRule(
                anchor: "shuffle", expression: { $0.says(/\bshuffled?\(\)/) }, applies: \.isPure, message: "rolls dice: \(world)"),
            WordRule(
                anchor: "ProcessInfo", expression: { $0.says(/\bProcessInfo\b/) }, applies: \.isPure,
                message: "reads the environment: settings are parameters"),
            WordRule(anchor: "try!", expression: { _ in true }, applies: \.any, message: "try!: \(stops)"),
            WordRule(anchor: "as!", expression: { $0.says(/\bas!/) }, applies: \.any, message: "as!: \(stops)"),
            WordRule(anchor: "fatalError", expression: { $0.says(/\bfatalError\(/) }, applies: \.any, message: "fatalError: \(stops)"),
            WordRule(
                anchor: "static", expression: { $0.says(/\bstatic\s+(?:let|var)\s+shared\b/) }, applies: \.any,
                message: "a singleton: what a function needs is a parameter"),
        ]
        + emptyWords.map { word in
            WordRule(
                anchor: word,
                expression: {
                    $0.says(/\b(?:struct|class|enum|actor|protocol|typealias)\s+\w*(?:Utils|Utilit(?:y|ies)|Helpers?|Manager|Common)\b/)
                },
                applies: \.any, message: emptyName)
        }

    private static let emptyWords = ["Util", "Helper", "Manager", "Common"]
    private static let emptyName = "Utils, Helpers, Manager and Common name nothing: which noun of the business is it?"

    /// Tests wait for what they expect, not for a while; only what starts programs and polls them may pause.
    static func findings(inTest source: SwiftSource) -> [Finding] {
        guard !source.path.hasPrefix("Tests/TestKit/"), !source.path.hasPrefix("Tests/TestShop/") else { return [] }
        return source.lines(containing: "sleep").filter { $0.text.says(/\bu?sleep\(/) }.map {
            Finding(path: source.path, line: $0.number, message: "a test that sleeps: wait for what it expects (`eventually`)")
        }
    }

    /// Names of files, and notes that something is left to do.
    static func findings(besideTheCodeOf source: SwiftSource) -> [Finding] {
        var findings: [Finding] = []
        if source.path.contains(/(?:Utils|Utilit(?:y|ies)|Helpers?|Manager|Common)\.swift$/) {
            findings.append(Finding(path: source.path, message: emptyName))
        }
        for comment in source.comments where comment.text[...].says(/\b(?:TODO|FIXME|XXX)\b/) {
            findings.append(Finding(path: source.path, line: comment.line, message: "something is left to do: do it, or write an issue"))
        }
        return findings
    }
}

extension PackageTable.Room {
    fileprivate var any: Bool { true }
    fileprivate var isSlice: Bool { floor == .business }
    /// Business and pages: what they do depends on their parameters alone.
    fileprivate var isPure: Bool { floor == .business || floor == .surfaces }
}

extension Substring {
    /// Whether the expression is found; a word ends at a full stop, which it does not where the expression is read as prose.
    fileprivate func says(_ expression: Regex<Substring>) -> Bool {
        contains(expression.wordBoundaryKind(.simple))
    }
}
