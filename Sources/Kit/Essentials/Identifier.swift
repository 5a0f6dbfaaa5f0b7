/// What an identifier identifies: its noun, and the short prefix that the noun is shown with.
public protocol Identified: SendableMetatype {
    /// Lower-case letters, shown before the underscore: `ord` in `ord_01h455vb4pex5vsknk084sn02q`.
    static var prefix: String { get }
}

extension Identified {
    public typealias ID = Identifier<Self>
}

/// A UUID version 7 (RFC 9562) that knows what it identifies.
///
/// Its text form follows TypeID 0.3: the prefix, an underscore, 26 characters of lower-case Crockford base 32.
/// Identifiers made later sort later, as bytes and as text. An identifier grants nothing.
public struct Identifier<Subject: Identified>: Hashable, Sendable {
    public let bits: UInt128

    public init(bits: UInt128) {
        self.bits = bits
    }

    /// Reads the shown form; `nil` for another prefix or for anything malformed.
    public init?(_ text: some StringProtocol) {
        let head = Subject.prefix + "_"
        guard text.hasPrefix(head), let bits = Base32.decode(text.dropFirst(head.count)) else { return nil }
        self.bits = bits
    }

    /// The same bits under another noun, for rows that share a key with the row they extend.
    public func retyped<Other: Identified>(as: Other.Type = Other.self) -> Identifier<Other> {
        Identifier<Other>(bits: bits)
    }
}

extension Identifier: Comparable {
    public static func < (a: Self, b: Self) -> Bool { a.bits < b.bits }
}

extension Identifier: CustomStringConvertible, LosslessStringConvertible {
    public var description: String { Subject.prefix + "_" + Base32.encode(bits) }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no \(Subject.prefix) identifier")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Crockford's base 32 for 128 bits, as TypeID uses it.
enum Base32 {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xff, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    static func encode(_ bits: UInt128) -> String {
        String(unsafeUninitializedCapacity: 26) { buffer in
            for position in 0..<26 {
                let shift = UInt128(5 * (25 - position))
                buffer[position] = alphabet[Int(truncatingIfNeeded: bits >> shift) & 31]
            }
            return 26
        }
    }

    static func decode(_ text: some StringProtocol) -> UInt128? {
        var bits: UInt128 = 0
        var count = 0
        for letter in text.utf8 {
            let value = values[Int(letter)]
            guard value != 0xff, count > 0 || value < 8 else { return nil }
            bits = bits << 5 | UInt128(value)
            count += 1
        }
        return count == 26 ? bits : nil
    }
}
