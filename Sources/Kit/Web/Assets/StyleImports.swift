import Hummingbird

/// Style sheets with what they import in its place, so that a browser asks once and not along a chain.
///
/// `@import "/assets/css/base.css";` on a line of its own is replaced by that file, the first time it is met; whatever else
/// `@import` can say (conditions, layers, other sites) is left to the browser.
enum StyleImports {
    private static let opening = "@import \"" + AssetShelf.prefix
    private static let closing = "\";"

    /// The sheets that import others, whole.
    /// - Parameter contents: all files, by their path.
    static func inlined(in contents: [String: ByteBuffer]) -> [String: ByteBuffer] {
        var whole: [String: ByteBuffer] = [:]
        for (path, bytes) in contents where path.hasSuffix(".css") {
            let text = String(buffer: bytes)
            guard text.contains(opening) else { continue }
            var seen: Set<String> = [path]
            whole[path] = ByteBuffer(string: inline(text, from: contents, seen: &seen))
        }
        return whole
    }

    private static func inline(_ text: String, from contents: [String: ByteBuffer], seen: inout Set<String>) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix(opening), line.hasSuffix(closing),
                let file = contents[String(line.dropFirst(opening.count).dropLast(closing.count))]
            else {
                lines.append(line)
                continue
            }
            let path = String(line.dropFirst(opening.count).dropLast(closing.count))
            guard seen.insert(path).inserted else { continue }
            lines.append(inline(String(buffer: file), from: contents, seen: &seen)[...])
        }
        return lines.joined(separator: "\n")
    }
}
