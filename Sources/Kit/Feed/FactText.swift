/// The body of a fact as JSON (RFC 8259), members in the order in which its type names them.
///
/// A checkout records about a dozen facts inside the one transaction at a time that may write; Foundation's encoder, which makes
/// a tree of boxes first and sorts it, took 6% of that. This one writes straight into the text. It is read by Foundation's.
struct FactText: Encoder {
    private final class Text {
        var bytes: [UInt8] = []
        /// The brackets that are to be closed yet.
        var open: [UInt8] = []
    }

    private let text = Text()

    /// - Throws: `EncodingError.invalidValue` for a number that JSON has no word for.
    static func of(_ fact: some Encodable) throws -> String {
        let encoder = FactText()
        encoder.text.bytes.reserveCapacity(160)
        try encoder.write(fact)
        return String(decoding: encoder.text.bytes, as: UTF8.self)
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Members(encoder: self, depth: begin("{", "}")))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { Elements(encoder: self, depth: begin("[", "]")) }
    func singleValueContainer() -> any SingleValueEncodingContainer { Value(encoder: self) }

    private func begin(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar) -> Int {
        text.bytes.append(UInt8(ascii: opening))
        text.open.append(UInt8(ascii: closing))
        return text.open.count
    }

    private func close(to depth: Int) {
        while text.open.count > depth { text.bytes.append(text.open.removeLast()) }
    }

    /// Begins the next member or element of a container: what was open inside the one before is over.
    private func next(in depth: Int) {
        close(to: depth)
        if let last = text.bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { text.bytes.append(UInt8(ascii: ",")) }
    }

    private func write(_ value: some Encodable) throws {
        let depth = text.open.count
        try value.encode(to: self)
        close(to: depth)
    }

    private func plain(_ word: some CustomStringConvertible) { text.bytes.append(contentsOf: word.description.utf8) }

    private func number(_ value: some BinaryFloatingPoint & CustomStringConvertible) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "JSON has no word for \(value)."))
        }
        plain(value)
    }

    private func string(_ string: String) { Self.quote(string, into: &text.bytes) }

    private static func quote(_ string: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            bytes.append(contentsOf: string.utf8)
        } else {
            for byte in string.utf8 { escape(byte, into: &bytes) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case ..<0x20:
            bytes.append(contentsOf: #"\u00"#.utf8)
            for digit in [byte >> 4, byte & 0xf] { bytes.append(contentsOf: String(digit, radix: 16).utf8) }
        default: bytes.append(byte)
        }
    }
}

extension FactText {
    private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let encoder: FactText
        let depth: Int
        var codingPath: [any CodingKey] { [] }

        func encodeNil(forKey key: Key) { name(key).plain("null") }
        func encode(_ value: Bool, forKey key: Key) { name(key).plain(value) }
        func encode(_ value: String, forKey key: Key) { name(key).string(value) }
        func encode(_ value: Int, forKey key: Key) { name(key).plain(value) }
        func encode(_ value: Int64, forKey key: Key) { name(key).plain(value) }
        func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try name(key).write(value) }

        func nestedContainer<Inner: CodingKey>(keyedBy keys: Inner.Type, forKey key: Key) -> KeyedEncodingContainer<Inner> {
            name(key).container(keyedBy: keys)
        }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { name(key).unkeyedContainer() }
        func superEncoder() -> any Encoder { encoder }
        func superEncoder(forKey key: Key) -> any Encoder { name(key) }

        private func name(_ key: Key) -> FactText {
            encoder.next(in: depth)
            encoder.string(key.stringValue)
            encoder.text.bytes.append(UInt8(ascii: ":"))
            return encoder
        }
    }

    private struct Elements: UnkeyedEncodingContainer {
        let encoder: FactText
        let depth: Int
        private(set) var count = 0
        var codingPath: [any CodingKey] { [] }

        mutating func encodeNil() { next().plain("null") }
        mutating func encode<T: Encodable>(_ value: T) throws { try next().write(value) }

        mutating func nestedContainer<Inner: CodingKey>(keyedBy keys: Inner.Type) -> KeyedEncodingContainer<Inner> {
            next().container(keyedBy: keys)
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }
        mutating func superEncoder() -> any Encoder { next() }

        private mutating func next() -> FactText {
            encoder.next(in: depth)
            count += 1
            return encoder
        }
    }

    private struct Value: SingleValueEncodingContainer {
        let encoder: FactText
        var codingPath: [any CodingKey] { [] }

        func encodeNil() { encoder.plain("null") }
        func encode(_ value: Bool) { encoder.plain(value) }
        func encode(_ value: String) { encoder.string(value) }
        func encode(_ value: Double) throws { try encoder.number(value) }
        func encode(_ value: Float) throws { try encoder.number(value) }
        func encode(_ value: Int) { encoder.plain(value) }
        func encode(_ value: Int8) { encoder.plain(value) }
        func encode(_ value: Int16) { encoder.plain(value) }
        func encode(_ value: Int32) { encoder.plain(value) }
        func encode(_ value: Int64) { encoder.plain(value) }
        func encode(_ value: UInt) { encoder.plain(value) }
        func encode(_ value: UInt8) { encoder.plain(value) }
        func encode(_ value: UInt16) { encoder.plain(value) }
        func encode(_ value: UInt32) { encoder.plain(value) }
        func encode(_ value: UInt64) { encoder.plain(value) }
        func encode<T: Encodable>(_ value: T) throws { try encoder.write(value) }
    }
}
