import Barcodes
import Testing

@Suite("Reading barcodes in pictures")
struct ReadingTests {
    @Test("an EAN-13 is read as it was drawn", arguments: ["4006381333931", "6408430000128", "5901234123457"])
    func drawn(_ code: String) throws {
        let found = readBarcodes(in: try #require(Self.picture(of: code)))
        #expect(found == [Barcode(kind: "EAN-13", code)])
    }

    @Test("a picture without a code has none, and one without sense is no picture")
    func nothing() throws {
        let white = try #require(GreyPicture(width: 320, height: 240, pixels: Array(repeating: 255, count: 320 * 240)))
        #expect(readBarcodes(in: white) == [])
        #expect(GreyPicture(width: 320, height: 240, pixels: [0]) == nil)
        #expect(GreyPicture(width: 0, height: 0, pixels: []) == nil)
        #expect(GreyPicture(width: 1_000_000, height: 1, pixels: Array(repeating: 0, count: 1_000_000)) == nil)
    }

    /// Draws it as GS1's General Specifications say (5.2.1): 95 modules, three pixels each, with quiet zones.
    private static func picture(of code: String) -> GreyPicture? {
        let digits = code.compactMap(\.wholeNumberValue)
        let left = ["0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"]
        let parity = ["LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG", "LGGGLL", "LGLGLG", "LGLGGL", "LGGLGL"]
        func mirrored(_ bits: String) -> String { String(bits.map { $0 == "0" ? "1" : "0" }) }
        var modules = "101"
        for (digit, kind) in zip(digits.dropFirst().prefix(6), parity[digits[0]]) {
            modules += kind == "L" ? left[digit] : String(mirrored(left[digit]).reversed())
        }
        modules += "01010"
        for digit in digits.suffix(6) { modules += mirrored(left[digit]) }
        modules += "101"
        let quiet = String(repeating: "0", count: 12)
        let row = (quiet + modules + quiet).flatMap { Array(repeating: $0 == "1" ? UInt8(0) : 255, count: 3) }
        return GreyPicture(width: row.count, height: 80, pixels: Array(repeating: row, count: 80).flatMap(\.self))
    }
}
