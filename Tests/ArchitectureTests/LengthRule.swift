/// A file says one thing: 300 lines are the most. A longer one usually hides a second noun.
struct LengthRule {
    static let most = 300

    static func finding(path: String, text: String) -> Finding? {
        var lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
        if let last = text.utf8.last, last != UInt8(ascii: "\n") { lines += 1 }
        guard lines > most else { return nil }
        return Finding(path: path, message: "\(lines) lines, and \(most) are the most: which second noun is in it?")
    }
}
