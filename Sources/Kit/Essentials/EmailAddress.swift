import Foundation

/// An e-mail address as its owner writes it, and the key by which two spellings are the same address.
///
/// It follows the grammar of the HTML standard's `<input type=email>`, wants a dot in the domain, and lets letters of
/// every script in, as RFC 6531 does.
public struct EmailAddress: Sendable, Equatable {
    /// Trimmed, otherwise as it was written.
    public let text: String
    /// Lower case and of one Unicode spelling. Accents stay: they make another address.
    public let key: String

    /// `nil` for what is no address.
    public init?(_ written: String) {
        var text = written.trimmed
        if !text.utf8.allSatisfy({ $0 < 0x80 }) { text = text.precomposedStringWithCompatibilityMapping }
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, halves.count == 2,
            Self.isLocal(halves[0]), Self.isDomain(halves[1])
        else { return nil }
        self.text = text
        key = text.lowercased()
    }

    private static func isLocal(_ text: Substring) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy { isLetter($0) || ".!#$%&'*+/=?^_`{|}~-".unicodeScalars.contains($0) }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.unicodeScalars.allSatisfy { isLetter($0) || $0 == "-" }
            }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": return true
        case _ where scalar.isASCII: return false
        default:
            let properties = scalar.properties
            return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
        }
    }

    /// RFC 5321, 4.5.3.1.3
    private static let longest = 254
}
