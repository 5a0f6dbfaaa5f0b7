import Foundation

extension String {
    /// The text as people look for it: lower-case letters and digits of any script, diacritics folded away, one space
    /// between words and none around them. SQL compares bytewise, so what is sorted or searched is stored like this.
    ///
    /// `Émile's  Café-Tisch` becomes `emile s cafe tisch`; full width, ligatures and superscripts become plain letters
    /// (Unicode's compatibility forms). The voice marks of kana stay: they make another letter.
    public var folded: String {
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

    /// Without white space around it.
    public var trimmed: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        guard first <= 0x20 || last <= 0x20 || first >= 0x80 || last >= 0x80 else { return self }
        return trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private var foldedUnicode: String {
        var folded = ""
        var spaceIsDue = false
        for scalar in decomposedStringWithCompatibilityMapping.unicodeScalars {
            let properties = scalar.properties
            if isVoiceMark(scalar) {
                folded.unicodeScalars.append(scalar)
                continue
            }
            if properties.canonicalCombiningClass != .notReordered, properties.generalCategory == .nonspacingMark { continue }
            guard properties.isAlphabetic || properties.numericType != nil else {
                spaceIsDue = true
                continue
            }
            if spaceIsDue, !folded.isEmpty { folded += " " }
            spaceIsDue = false
            folded += Self.letters[scalar] ?? properties.lowercaseMapping
        }
        return folded.precomposedStringWithCanonicalMapping
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
        "ς": "σ",
    ]

    /// が is another letter than か, as Q is another than O.
    private func isVoiceMark(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x3099 || scalar.value == 0x309A }
}
