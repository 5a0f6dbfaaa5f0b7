/// Tells code from literals and comments: just enough of Swift's grammar for the rules of this folder.
struct SwiftLexer {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1
    private(set) var code: [UInt8] = []
    private(set) var literals: [SwiftSource.Literal] = []
    private(set) var comments: [SwiftSource.Comment] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        code.reserveCapacity(bytes.count)
    }

    mutating func scan() {
        scanCode(inInterpolation: false)
    }

    /// Reads code; an interpolation's code ends at the parenthesis that closes it.
    private mutating func scanCode(inInterpolation: Bool) {
        var depth = 0
        while at < bytes.count {
            if sees("//") {
                scanLineComment()
            } else if sees("/*") {
                scanBlockComment()
            } else if let quote = quoteHere() {
                scanLiteral(quote)
            } else if let end = endOfRegexHere() {
                while at < end { blank() }
            } else {
                if bytes[at] == UInt8(ascii: "(") { depth += 1 }
                if bytes[at] == UInt8(ascii: ")") {
                    if inInterpolation, depth == 0 { return }
                    depth -= 1
                }
                keep()
            }
        }
    }

    private mutating func scanLineComment() {
        let start = at
        let first = line
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { blank() }
        comments.append(.init(line: first, text: text(from: start)))
    }

    private mutating func scanBlockComment() {
        let start = at
        let first = line
        var depth = 0
        repeat {
            if sees("/*") {
                depth += 1
                blank()
            } else if sees("*/") {
                depth -= 1
                blank()
            }
            blank()
        } while depth > 0 && at < bytes.count
        comments.append(.init(line: first, text: text(from: start)))
    }

    private func text(from start: Int) -> String {
        String(decoding: bytes[start..<min(at, bytes.count)], as: UTF8.self)
    }
}

// MARK: - Literals

extension SwiftLexer {
    /// How a literal begins: `"`, `"""`, or either behind some `#`.
    private struct Quote {
        let hashes: Int
        let isMultiline: Bool
        var length: Int { hashes + (isMultiline ? 3 : 1) }
    }

    private func quoteHere() -> Quote? {
        var hashes = 0
        while byte(at + hashes) == UInt8(ascii: "#") { hashes += 1 }
        guard byte(at + hashes) == UInt8(ascii: "\"") else { return nil }
        let isMultiline = sees("\"\"\"", at: at + hashes)
        return Quote(hashes: hashes, isMultiline: isMultiline)
    }

    private mutating func scanLiteral(_ quote: Quote) {
        let first = line
        let closing = String(repeating: "\"", count: quote.isMultiline ? 3 : 1) + String(repeating: "#", count: quote.hashes)
        let escape = "\\" + String(repeating: "#", count: quote.hashes)
        var value = LiteralText()
        for _ in 0..<quote.length { keep() }
        while at < bytes.count, !sees(closing) {
            if sees(escape) {
                for _ in 0..<(quote.hashes + 1) { blank() }
                scanEscape(into: &value)
            } else if bytes[at] == UInt8(ascii: "\n") {
                guard quote.isMultiline else { break }
                value.breakLine()
                blank()
            } else {
                value.append(bytes[at])
                blank()
            }
        }
        for _ in 0..<closing.utf8.count where at < bytes.count { keep() }
        literals.append(.init(line: first, value: quote.isMultiline ? value.dedented : value.plain))
    }

    private mutating func scanEscape(into value: inout LiteralText) {
        switch byte(at) {
        case UInt8(ascii: "("):
            value.append(contentsOf: String(SwiftSource.Literal.placeholder).utf8)
            keep()
            scanCode(inInterpolation: true)
            if at < bytes.count { keep() }
        case UInt8(ascii: "\n"):
            value.continueLine()
            blank()
        case UInt8(ascii: "n"):
            value.append(UInt8(ascii: "\n"))
            blank()
        case UInt8(ascii: "t"):
            value.append(UInt8(ascii: "\t"))
            blank()
        case .some(let other):
            value.append(other)
            blank()
        case nil:
            break
        }
    }
}

// MARK: - Regular expressions

extension SwiftLexer {
    /// Where the regular expression that starts here ends, or `nil` when this is a division or no slash at all.
    private func endOfRegexHere() -> Int? {
        guard byte(at) == UInt8(ascii: "/"), let next = byte(at + 1), next != UInt8(ascii: " "), next != UInt8(ascii: "\n") else {
            return nil
        }
        let before = code.last { $0 != UInt8(ascii: " ") } ?? UInt8(ascii: "\n")
        guard "(,=:[{;!&|\n".utf8.contains(before) else { return nil }
        var end = at + 1
        while let byte = byte(end), byte != UInt8(ascii: "\n") {
            if byte == UInt8(ascii: "/") { return end + 1 }
            end += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }
}

// MARK: - Steps

extension SwiftLexer {
    private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    private func sees(_ expected: String, at start: Int? = nil) -> Bool {
        bytes[min(start ?? at, bytes.count)...].starts(with: expected.utf8)
    }

    private mutating func keep() {
        advance(writing: bytes[at])
    }

    private mutating func blank() {
        guard at < bytes.count else { return }
        advance(writing: bytes[at] == UInt8(ascii: "\n") ? bytes[at] : UInt8(ascii: " "))
    }

    private mutating func advance(writing byte: UInt8) {
        if bytes[at] == UInt8(ascii: "\n") { line += 1 }
        code.append(byte)
        at += 1
    }
}
