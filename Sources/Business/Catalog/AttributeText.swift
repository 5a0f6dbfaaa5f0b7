/// Attributes as text: one flat JSON object (RFC 8259). A catalogue has hundreds of thousands of them, and an import
/// reads them all, so they are read straight from the bytes.
enum AttributeText {
    static let mostAttributes = 1_000
    static let longestName = 255

    static func read(_ text: String) throws -> [(name: String, value: AttributeValue)] {
        var text = text
        return try text.withUTF8 { bytes in
            var reader = FlatObjectReader(bytes)
            return try reader.object()
        }
    }

    /// Sorted by name, without spaces.
    /// - Parameter longestName: in bytes.
    static func canonical(_ values: [(name: String, value: AttributeValue)], longestName: Int = longestName) throws -> String {
        guard !values.isEmpty else { return "{}" }
        guard values.count <= mostAttributes else {
            throw CatalogRefusal.attributes("there are \(values.count) of them, and a product has at most \(mostAttributes)")
        }
        let sorted = values.sorted { $0.name < $1.name }
        var json: [UInt8] = []
        json.reserveCapacity(values.count * 32)
        var previous: String?
        for (name, value) in sorted {
            guard !name.isEmpty, name.utf8.count <= longestName else {
                throw CatalogRefusal.attributes("a name has between 1 and \(longestName) bytes")
            }
            guard name != previous else { throw CatalogRefusal.attributes("“\(name)” is there twice") }
            json.append(previous == nil ? UInt8(ascii: "{") : UInt8(ascii: ","))
            previous = name
            append(quoted: name, to: &json)
            json.append(UInt8(ascii: ":"))
            switch value {
            case .text(let text): append(quoted: text, to: &json)
            case .boolean(let flag): json += flag ? Array("true".utf8) : Array("false".utf8)
            case .number(let number):
                guard number.isFinite else { throw CatalogRefusal.attributes("“\(name)” is no number") }
                json.append(contentsOf: plain(number).utf8)
            }
        }
        json.append(UInt8(ascii: "}"))
        return String(decoding: json, as: UTF8.self)
    }

    /// Whole numbers without a point, others with as many digits as tell them apart.
    static func plain(_ number: Double) -> String {
        number.rounded() == number && number.magnitude < 1e15 ? String(Int64(number)) : "\(number)"
    }

    private static func append(quoted text: String, to json: inout [UInt8]) {
        json.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                json.append(UInt8(ascii: "\\"))
                json.append(byte)
            case 0..<0x20:
                json += Array("\\u00".utf8)
                json.append(hexadecimal[Int(byte >> 4)])
                json.append(hexadecimal[Int(byte & 15)])
            default: json.append(byte)
            }
        }
        json.append(UInt8(ascii: "\""))
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}
