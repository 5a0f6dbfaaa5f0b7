import Catalog
import Essentials
import Foundation

/// Attributes as lines that a person writes: `colour: Black`, `depth: 285`, `wireless: false`.
///
/// A text that looks like a number, or like yes or no, stands in quotes, so that what is read again is what was written.
enum AttributeLines {
    static func text(_ attributes: Attributes) -> String {
        attributes.all.map { "\($0.name): \(written($0.value))" }.joined(separator: "\n")
    }

    /// - Throws: `DeskRefusal.attributeLine` for a line without a name or a value.
    static func read(_ text: String) throws -> Attributes {
        try Attributes(
            text.split(separator: "\n").compactMap { line in
                guard line.contains(where: { !$0.isWhitespace }) else { return nil }
                let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                    .map { $0.trimmingCharacters(in: .whitespaces) }
                guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                    throw DeskRefusal.attributeLine(String(line.prefix(80)))
                }
                return (name: parts[0], value: value(parts[1]))
            })
    }

    private static func value(_ text: String) -> AttributeValue {
        if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") { return .text(String(text.dropFirst().dropLast())) }
        switch text {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: return number(text).map { .number($0) } ?? .text(text)
        }
    }

    /// Digits with a point, as they are written back: `007` and `1e5` are texts.
    private static func number(_ text: String) -> Double? {
        guard let number = Double(text), number.isFinite, AttributeValue.number(number).description == text else { return nil }
        return number
    }

    private static func written(_ value: AttributeValue) -> String {
        guard case .text(let text) = value else { return value.description }
        return self.value(text) == value ? text : "\"\(text)\""
    }
}
