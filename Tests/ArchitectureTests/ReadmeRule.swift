/// Every room says what it is for.
struct ReadmeRule {
    static func finding(path: String, text: String?) -> Finding? {
        guard let text else {
            return Finding(path: path, message: "is missing: half a page on what the room is for, its verbs, its facts, its invariants")
        }
        let prose = text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
        guard prose.isEmpty else { return nil }
        return Finding(path: path, message: "is only a heading: what is the room for, what can it do, what does it promise?")
    }
}
