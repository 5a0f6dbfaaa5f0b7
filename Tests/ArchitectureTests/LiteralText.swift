/// The text of a string literal while it is read: the lines of a multi-line literal lose the indentation
/// of its closing quotes, which is only known at the end.
struct LiteralText {
    private var lines: [Line] = [Line()]

    private struct Line {
        var bytes: [UInt8] = []
        /// Ends with a backslash, so no line break follows it.
        var continues = false
        /// How many spaces and tabs it begins with.
        var indentation = 0
        var isIndentation = true
    }

    mutating func append(_ byte: UInt8) {
        let last = lines.count - 1
        let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        if !isSpace { lines[last].isIndentation = false }
        if lines[last].isIndentation { lines[last].indentation += 1 }
        lines[last].bytes.append(byte)
    }

    mutating func append(contentsOf bytes: some Sequence<UInt8>) {
        for byte in bytes { append(byte) }
    }

    mutating func breakLine() {
        lines.append(Line())
    }

    mutating func continueLine() {
        lines[lines.count - 1].continues = true
        lines.append(Line())
    }

    /// A literal on one line says just what stands there.
    var plain: String {
        String(decoding: lines.flatMap(\.bytes), as: UTF8.self)
    }

    /// Between the quotes of a multi-line literal, without the first and last line break.
    var dedented: String {
        guard lines.count > 1, let closing = lines.last else { return plain }
        let body = lines.dropFirst().dropLast()
        var text: [UInt8] = []
        for (index, line) in zip(body.indices, body) {
            text += line.bytes.dropFirst(min(line.indentation, closing.bytes.count))
            if !line.continues, index != body.indices.last { text.append(UInt8(ascii: "\n")) }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
