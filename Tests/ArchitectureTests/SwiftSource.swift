/// One Swift file, taken apart: what is code, what is said in literals, what is said in comments.
struct SwiftSource {
    /// From the project's root: `Sources/Business/Orders/PlaceOrder.swift`.
    let path: String
    /// The code's lines; where a literal's text or a comment stood there are spaces.
    let code: [Substring]
    let literals: [Literal]
    let comments: [Comment]
    let lineCount: Int

    struct Literal: Equatable {
        let line: Int
        /// What the literal says once its escapes are read; each interpolation is one `placeholder`.
        let value: String
        static let placeholder: Character = "\u{FFFC}"
    }

    struct Comment: Equatable {
        let line: Int
        let text: String
    }

    init(path: String, text: String) {
        var lexer = SwiftLexer(text)
        lexer.scan()
        self.path = path
        code = String(decoding: lexer.code, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        literals = lexer.literals
        comments = lexer.comments
        lineCount = text.utf8.count { $0 == UInt8(ascii: "\n") }
    }

    /// The lines that hold `anchor`, numbered from 1. A plain search first keeps expressions away from most lines.
    func lines(containing anchor: String) -> [(number: Int, text: Substring)] {
        code.indices.lazy.filter { code[$0].utf8.contains(anchor.utf8) }.map { ($0 + 1, code[$0]) }
    }
}

extension Substring.UTF8View {
    fileprivate func contains(_ other: String.UTF8View) -> Bool {
        guard let first = other.first else { return true }
        return indices.contains { self[$0] == first && self[$0...].starts(with: other) }
    }
}
