import Foundation

extension String {
    /// The text as people look for it: lower-case letters and digits of any script, diacritics folded away, one space
    /// between words and none around them. SQL compares bytewise, so what is sorted or searched is stored like this.
    ///
    /// `Émile's  Café-Tisch` becomes `emile s cafe tisch`.
    var folded: String {
        var folded: [UInt8] = []
        folded.reserveCapacity(utf8.count)
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return foldedUnicode }
        var spaceIsDue = false
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                Self.append(byte, to: &folded, after: &spaceIsDue)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                Self.append(byte | 0x20, to: &folded, after: &spaceIsDue)
            default: spaceIsDue = true
            }
        }
        return String(decoding: folded, as: UTF8.self)
    }

    /// A handle made of this text: its folded words with hyphens between them.
    var asHandle: String { String(decoding: folded.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 }, as: UTF8.self) }

    /// Without white space around it.
    var trimmed: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        guard first <= 0x20 || last <= 0x20 || first >= 0x80 || last >= 0x80 else { return self }
        return trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The text, or `nil` when there is none.
    var nonEmpty: String? { isEmpty ? nil : self }

    private var foldedUnicode: String {
        var folded = ""
        var spaceIsDue = false
        for scalar in decomposedStringWithCanonicalMapping.unicodeScalars {
            let properties = scalar.properties
            if properties.canonicalCombiningClass != .notReordered, properties.generalCategory == .nonspacingMark { continue }
            guard properties.isAlphabetic || properties.numericType != nil else {
                spaceIsDue = true
                continue
            }
            if spaceIsDue, !folded.isEmpty { folded += " " }
            spaceIsDue = false
            folded += Self.letters[scalar] ?? properties.lowercaseMapping
        }
        return folded
    }

    private static func append(_ byte: UInt8, to folded: inout [UInt8], after spaceIsDue: inout Bool) {
        if spaceIsDue, !folded.isEmpty { folded.append(UInt8(ascii: " ")) }
        spaceIsDue = false
        folded.append(byte)
    }

    /// Letters that Unicode does not decompose, and that people type without their stroke or ligature.
    private static let letters: [Unicode.Scalar: String] = [
        "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
        "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i",
    ]
}
