/// Reads one JSON object whose values are texts, numbers, booleans or null.
struct FlatObjectReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func object() throws -> [(name: String, value: AttributeValue)] {
        var values: [(name: String, value: AttributeValue)] = []
        try expect("{")
        if try next() == UInt8(ascii: "}") {
            position += 1
        } else {
            while true {
                try expect("\"")
                let name = try text()
                try expect(":")
                if let value = try value(of: name) { values.append((name, value)) }
                guard try next() == UInt8(ascii: ",") else { break }
                position += 1
            }
            try expect("}")
        }
        skipSpace()
        guard position == bytes.count else { throw malformed }
        return values
    }

    private mutating func value(of name: String) throws -> AttributeValue? {
        switch try next() {
        case UInt8(ascii: "\""):
            position += 1
            return .text(try text())
        case UInt8(ascii: "t"):
            try word("true")
            return .boolean(true)
        case UInt8(ascii: "f"):
            try word("false")
            return .boolean(false)
        case UInt8(ascii: "n"):
            try word("null")
            return nil
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .number(try number())
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            throw CatalogRefusal.attributes("“\(name)” is a list or an object; a value is a text, a number, true or false")
        default: throw malformed
        }
    }

    /// Stands behind the opening quote.
    private mutating func text() throws -> String {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\"), bytes[position] >= 0x20
        {
            position += 1
        }
        guard position < bytes.count else { throw malformed }
        if bytes[position] == UInt8(ascii: "\"") {
            defer { position += 1 }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        }
        var units = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"): units.append(contentsOf: String(try escaped()).utf8)
            case 0..<0x20: throw malformed
            default: units.append(byte)
            }
        }
        throw malformed
    }

    /// Stands behind the backslash.
    private mutating func escaped() throws -> Character {
        guard position < bytes.count else { throw malformed }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint()
        default: throw malformed
        }
    }

    /// Four hexadecimal digits, or two times four for a surrogate pair.
    private mutating func codePoint() throws -> Character {
        var code = try fourDigits()
        if code >> 10 == 0x36 {
            try word("\\u")
            let low = try fourDigits()
            guard low >> 10 == 0x37 else { throw malformed }
            code = 0x10000 + (code & 0x3ff) << 10 + low & 0x3ff
        }
        guard code != 0, let scalar = Unicode.Scalar(code) else { throw malformed }
        return Character(scalar)
    }

    private mutating func fourDigits() throws -> UInt32 {
        guard position + 4 <= bytes.count else { throw malformed }
        defer { position += 4 }
        var code: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw malformed }
            code = code << 4 | UInt32(digit)
        }
        return code
    }

    private mutating func number() throws -> Double {
        let start = position
        while position < bytes.count, Self.isNumeric(bytes[position]) { position += 1 }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        guard let number = Double(text), number.isFinite else { throw malformed }
        return number
    }

    private mutating func word(_ word: StaticString) throws {
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count, bytes[position] == word.utf8Start[offset] else { throw malformed }
            position += 1
        }
    }

    private mutating func expect(_ character: Unicode.Scalar) throws {
        guard try next() == UInt8(ascii: character) else { throw malformed }
        position += 1
    }

    /// The next byte that is no space; it stays where it is.
    private mutating func next() throws -> UInt8 {
        skipSpace()
        guard position < bytes.count else { throw malformed }
        return bytes[position]
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] == 0x20 || (0x09...0x0d).contains(bytes[position]) { position += 1 }
    }

    private var malformed: CatalogRefusal { .attributes("they are no JSON object (at byte \(position + 1))") }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"),
            UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
