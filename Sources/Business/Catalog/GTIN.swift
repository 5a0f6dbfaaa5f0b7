/// A Global Trade Item Number as a barcode carries it: 8, 12, 13 or 14 digits, the last of which is a check digit
/// (GS1 General Specifications, 7.9).
public struct GTIN: Hashable, Sendable {
    /// As it is printed, leading zeros and all.
    public let digits: String
    /// Fourteen digits, zeros in front: the same article has the same key whether it is scanned as UPC-A or as EAN-13.
    public let key: String

    /// - Returns: `nil` when there are letters or another number of digits, or when the check digit does not hold.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard [8, 12, 13, 14].contains(bytes.count), Self.checks(bytes) else { return nil }
        digits = String(text)
        key = String(repeating: "0", count: 14 - bytes.count) + digits
    }

    /// Reads a UPC-A that lost its one leading zero in a spreadsheet, which takes barcodes for numbers.
    public init?(restoring text: some StringProtocol) {
        self.init(text.utf8.count == 11 ? "0" + String(text) : String(text))
    }

    /// From the right, every second digit counts three times; the sum is a multiple of ten.
    private static func checks(_ bytes: [UInt8]) -> Bool {
        var sum = 0
        for (place, byte) in bytes.reversed().enumerated() {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return false }
            sum += Int(byte - UInt8(ascii: "0")) * (place.isMultiple(of: 2) ? 1 : 3)
        }
        return sum.isMultiple(of: 10) && bytes.contains { $0 != UInt8(ascii: "0") }
    }

    /// What the keys of articles begin with whose printed digits begin with `typed`, for each length of a GTIN.
    static func keyPrefixes(typed: String) -> [String] {
        guard !typed.isEmpty, typed.utf8.count <= 14, typed.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return [] }
        return [14, 13, 12, 8].filter { $0 >= typed.utf8.count }.map { String(repeating: "0", count: 14 - $0) + typed }
    }
}

extension GTIN: CustomStringConvertible {
    public var description: String { digits }
}
