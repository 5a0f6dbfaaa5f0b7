import Mustache

/// A merchant's own HTML, as far as a shop's page can trust it: text, headings, lists, tables and links. It may come from
/// a supplier's file, so elements are let through by name, attributes are dropped but for safe links, and whatever was
/// opened is closed.
struct MerchantHTML: Sendable, Equatable {
    let html: String

    var isEmpty: Bool { html.allSatisfy(\.isWhitespace) }

    init(_ source: String) {
        var cleaner = Cleaner(Array(source.utf8))
        html = cleaner.clean()
    }
}

extension MerchantHTML: MustacheCustomRenderable {
    var renderText: String { html }
    var isNull: Bool { isEmpty }
}

private struct Cleaner {
    private static let elements: Set<String> = [
        "p", "br", "hr", "b", "strong", "i", "em", "u", "s", "small", "sub", "sup", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd",
        "table", "thead", "tbody", "tr", "th", "td", "blockquote", "a",
    ]
    private static let empty: Set<String> = ["br", "hr"]
    /// What stands in these is no text.
    private static let hidden: Set<String> = [
        "script", "style", "template", "iframe", "object", "title", "textarea", "noscript", "svg", "math",
    ]

    private let source: [UInt8]
    private var place = 0
    private var output: [UInt8] = []
    private var open: [String] = []

    init(_ source: [UInt8]) {
        self.source = source
        output.reserveCapacity(source.count)
    }

    mutating func clean() -> String {
        while place < source.count {
            let byte = source[place]
            switch byte {
            case UInt8(ascii: "<"): element()
            case UInt8(ascii: ">"): write("&gt;")
            default: output.append(byte)
            }
            place += 1
        }
        for name in open.reversed() { write("</\(name)>") }
        return String(decoding: output, as: UTF8.self)
    }

    /// Reads what begins with `<` and leaves `place` on its last byte. A `<` that begins nothing is text.
    private mutating func element() {
        if source[place...].starts(with: "<!--".utf8) {
            place = (end(of: "-->", from: place + 4) ?? source.count) - 1
            return
        }
        let isClosing = place + 1 < source.count && source[place + 1] == UInt8(ascii: "/")
        let start = place + (isClosing ? 2 : 1)
        let nameEnd = source[start...].firstIndex { !Self.isLetterOrDigit($0) } ?? source.count
        guard nameEnd > start, !Self.isDigit(source[start]) else {
            if start < source.count, "!?".utf8.contains(source[start]) {
                place = close(from: start)
                return
            }
            return write("&lt;")
        }
        let name = String(decoding: source[start..<nameEnd], as: UTF8.self).lowercased()
        let last = close(from: nameEnd)
        place = last
        // A tag that never ends is none.
        guard last < source.count else { return }
        let inside = source[nameEnd..<last]
        if Self.hidden.contains(name) {
            if !isClosing { place = (end(of: "</" + name, from: last).map { close(from: $0) } ?? source.count) }
        } else if Self.elements.contains(name) {
            isClosing ? leave(name) : enter(name, inside)
        }
    }

    private mutating func enter(_ name: String, _ inside: ArraySlice<UInt8>) {
        write("<" + name)
        if name == "a", let address = Self.address(in: inside) { write(" href=\"\(address)\" rel=\"noopener\"") }
        write(">")
        if !Self.empty.contains(name) { open.append(name) }
    }

    private mutating func leave(_ name: String) {
        guard let index = open.lastIndex(of: name) else { return }
        for name in open[index...].reversed() { write("</\(name)>") }
        open.removeSubrange(index...)
    }

    /// The `>` that ends a tag, quotes respected.
    private func close(from start: Int) -> Int {
        var quote: UInt8?
        for index in start..<max(start, source.count) {
            let byte = source[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            }
        }
        return source.count
    }

    /// Behind the next place where the text stands, whatever its case.
    private func end(of text: String, from start: Int) -> Int? {
        let text = Array(text.utf8)
        guard source.count >= text.count, start <= source.count - text.count else { return nil }
        for index in start...(source.count - text.count)
        where zip(source[index...], text).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 && Self.isLetterOrDigit($0) }) {
            return index + text.count
        }
        return nil
    }

    /// A link to the web, a mailbox or this shop, escaped; `nil` for anything else.
    private static func address(in attributes: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: attributes, as: UTF8.self)
        guard let match = text.firstMatch(of: /(?i)(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/) else { return nil }
        let address = String(match.1 ?? match.2 ?? match.3 ?? "")
        let isSafe =
            ["https://", "http://", "mailto:", "/", "#"].contains { address.lowercased().hasPrefix($0) } && !address.hasPrefix("//")
        guard isSafe, !address.utf8.contains(where: { $0 <= 0x20 }) else { return nil }
        return address.replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
    }

    private mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (97...122).contains(byte | 0x20) }
}
