import Content

/// A story as somebody writes it: paragraphs with an empty line between them, `## ` before a heading, `- ` before what is
/// needed, `1. ` before what is done.
enum StoryLines {
    static func text(_ blocks: [StoryBlock]) -> String {
        blocks.map { block in
            switch block {
            case .text(let text): text.split(whereSeparator: \.isNewline).joined(separator: "\n")
            case .heading(let text): "## " + text
            case .ingredients(let lines): lines.map { "- " + $0 }.joined(separator: "\n")
            case .steps(let lines): lines.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
            }
        }.joined(separator: "\n\n")
    }

    static func read(_ text: String) -> [StoryBlock] {
        var blocks: [StoryBlock] = []
        var isOpen = false
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = line.trimmingSpaces
            guard !line.isEmpty else {
                isOpen = false
                continue
            }
            let block = piece(line)
            if isOpen, let last = blocks.last, let joined = join(last, block) {
                blocks[blocks.count - 1] = joined
            } else {
                blocks.append(block)
            }
            isOpen = true
        }
        return blocks
    }

    private static func piece(_ line: Substring) -> StoryBlock {
        if line.hasPrefix("#") { return .heading(String(line.drop { $0 == "#" }.trimmingSpaces)) }
        if line.hasPrefix("- ") || line.hasPrefix("* ") { return .ingredients([String(line.dropFirst(2).trimmingSpaces)]) }
        let rest = line.drop { $0.isASCII && $0.isNumber }
        if rest.startIndex > line.startIndex, rest.hasPrefix(". ") { return .steps([String(rest.dropFirst(2).trimmingSpaces)]) }
        return .text(String(line))
    }

    /// What two lines are that follow each other; `nil` when the second begins something else.
    private static func join(_ first: StoryBlock, _ second: StoryBlock) -> StoryBlock? {
        switch (first, second) {
        case (.text(let one), .text(let other)): .text(one + "\n" + other)
        case (.ingredients(let some), .ingredients(let more)): .ingredients(some + more)
        case (.steps(let some), .steps(let more)): .steps(some + more)
        default: nil
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        let start = drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
        return start[...end]
    }
}
