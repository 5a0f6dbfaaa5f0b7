import Foundation

/// Base 64 without padding, in the two alphabets of RFC 4648.
enum Base64 {
    enum Alphabet {
        /// `+` and `/`, as PHC strings write it.
        case plain
        /// `-` and `_`, for cookies and addresses.
        case url
    }

    static func encode(_ bytes: [UInt8], _ alphabet: Alphabet) -> String {
        let padded = Data(bytes).base64EncodedString()
        let letters = padded.utf8.prefix { $0 != UInt8(ascii: "=") }
        guard alphabet == .url else { return String(decoding: letters, as: UTF8.self) }
        let safe = letters.map { letter in
            switch letter {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            default: letter
            }
        }
        return String(decoding: safe, as: UTF8.self)
    }

    /// `nil` for foreign letters and for any spelling but the one that `encode` writes.
    static func decode(_ text: some StringProtocol, _ alphabet: Alphabet) -> [UInt8]? {
        var letters = text.utf8.map { letter in
            switch letter {
            case UInt8(ascii: "-") where alphabet == .url: UInt8(ascii: "+")
            case UInt8(ascii: "_") where alphabet == .url: UInt8(ascii: "/")
            default: letter
            }
        }
        letters += repeatElement(UInt8(ascii: "="), count: (4 - letters.count % 4) % 4)
        guard let data = Data(base64Encoded: Data(letters)) else { return nil }
        let bytes = [UInt8](data)
        return encode(bytes, alphabet) == text ? bytes : nil
    }
}
