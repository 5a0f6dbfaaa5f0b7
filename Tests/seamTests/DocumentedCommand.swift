import Foundation

/// A command line that a document tells its reader to type: one line of a block that is marked as `sh`.
struct DocumentedCommand: Equatable, CustomStringConvertible {
    let document: String
    /// `bin/test --crashes 500`, without its remark.
    let line: String

    var description: String { "\(document): \(line)" }

    var words: [String] { line.split(separator: " ").map(String.init).filter { !$0.contains(#/^[A-Z_]+=/#) } }
    var program: String { words.first ?? "" }
    var options: [String] { words.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) } }
    /// `import products` of `seam import products FILE.csv`: what comes before the first option, path or value.
    var verbs: [String] { Array(words.dropFirst().prefix { $0.contains(#/^[a-z]+(?:-[a-z]+)*$/#) }) }

    /// The commands in one document.
    static func all(in text: String, of document: String) -> [DocumentedCommand] {
        var commands: [DocumentedCommand] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```sh"
            } else if isInside, let command = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first {
                let command = command.trimmingCharacters(in: .whitespaces)
                if !command.isEmpty { commands.append(.init(document: document, line: command)) }
            }
        }
        return commands
    }
}
