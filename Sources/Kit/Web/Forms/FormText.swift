/// Names and values as browsers send them (`application/x-www-form-urlencoded`, WHATWG URL 5.1).
enum FormText {
    /// Decodes `%41` and, in forms, `+`; `nil` for a broken escape, bytes that are no UTF-8, or a NUL, which no text has.
    static func decode(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(hexadecimal), let low = iterator.next().flatMap(hexadecimal) else { return nil }
                decoded.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace:
                decoded.append(UInt8(ascii: " "))
            default:
                decoded.append(byte)
            }
        }
        guard !decoded.contains(0) else { return nil }
        return String(validating: decoded, as: UTF8.self)
    }

    /// Splits into pairs, keeping repeated names in their order.
    ///
    /// - Throws: `FormRefusal` for more than `limit` pairs, or for one that cannot be decoded.
    static func pairs(_ bytes: some Collection<UInt8>, limit: Int) throws -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for part in bytes.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < limit else { throw FormRefusal.tooManyFields }
            let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let rest = equals == part.endIndex ? part[equals...] : part[part.index(after: equals)...]
            guard let name = decode(part[..<equals], plusIsSpace: true), let value = decode(rest, plusIsSpace: true) else {
                throw FormRefusal.malformed
            }
            pairs.append((name, value))
        }
        return pairs
    }

    /// Text as it may stand in a path or a query of a URL (RFC 3986, 2.3 unreserved; everything else escaped).
    static func encode(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e:
                bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
